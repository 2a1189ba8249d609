import { status as code, Metadata, type ServiceError } from "@grpc/grpc-js";
import features from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js";
import shared from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js";
import status from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js";
import streams from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js";
import errors from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js";
import session from "@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js";
import any from "google-protobuf/google/protobuf/any_pb.js";
import {
  ANY,
  EXISTS,
  type ExpectedRevision,
  type Kept,
  NO_STREAM,
  type Outcome,
  type Proposed,
  type Write,
} from "./store.ts";

const TICKS_PER_MS = 10_000n;
const JSON_FORMAT = 1;

type Refused = Extract<Outcome, { kind: "wrong-version" | "too-large" }>;
type Written = Extract<Outcome, { kind: "written" }>;

export const supportedMethods = (paths: readonly string[], version: string) => {
  const answer = new features.SupportedMethods();
  answer.setEventStoreServerVersion(version);
  for (const path of paths) {
    const [, service = "", method = ""] = path.split("/");
    const supported = new features.SupportedMethod();
    supported.setServiceName(service.toLowerCase());
    supported.setMethodName(method.toLowerCase());
    answer.addMethods(supported);
  }
  return answer;
};

const uuid = (text: string) => {
  const id = new shared.UUID();
  id.setString(text);
  return id;
};

const identifier = (name: string) => {
  const stream = new shared.StreamIdentifier();
  stream.setStreamName(Buffer.from(name).toString("base64"));
  return stream;
};

export const nameOf = (stream: InstanceType<typeof shared.StreamIdentifier> | undefined): string =>
  Buffer.from(stream?.getStreamName_asU8() ?? []).toString("utf8");

/** An event as a reader gets it; a stream's reader gets no position (assumption 6). */
export const eventMessage = (kept: Kept, ofAll: boolean) => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const position = ofAll ? String(kept.position) : "18446744073709551615";
  recorded.setId(uuid(kept.id));
  recorded.setStreamIdentifier(identifier(kept.stream));
  recorded.setStreamRevision(String(kept.revision));
  recorded.setCommitPosition(position);
  recorded.setPreparePosition(position);
  recorded.getMetadataMap().set("type", kept.type);
  recorded.getMetadataMap().set("content-type", kept.contentType);
  recorded.getMetadataMap().set("created", String(BigInt(kept.created) * TICKS_PER_MS));
  recorded.setData(kept.data);
  recorded.setCustomMetadata(kept.metadata);
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  if (ofAll) event.setCommitPosition(position);
  else event.setNoPosition(new shared.Empty());
  const answer = new streams.ReadResp();
  answer.setEvent(event);
  return answer;
};

export const notFoundMessage = (name: string) => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifier(name));
  const answer = new streams.ReadResp();
  answer.setStreamNotFound(missing);
  return answer;
};

export const confirmationMessage = (id: string) => {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const answer = new streams.ReadResp();
  answer.setConfirmation(confirmation);
  return answer;
};

type Message = InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;
type Options = InstanceType<typeof streams.BatchAppendReq.Options>;
type SingleReq = InstanceType<typeof streams.AppendReq>;
type Request = InstanceType<typeof session.AppendRequest>;

const proposedOf = (message: Message | InstanceType<typeof streams.AppendReq.ProposedMessage>): Proposed => ({
  id: message.getId()?.getString() ?? "",
  type: message.getMetadataMap().get("type") ?? "",
  contentType: message.getMetadataMap().get("content-type") ?? "",
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

const expectedOf = (options: Options | undefined): ExpectedRevision => {
  if (options?.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options?.hasNoStream()) return NO_STREAM;
  return options?.hasStreamExists() ? EXISTS : ANY;
};

export const batchWrite = (options: Options | undefined, messages: readonly Message[]): Write => ({
  stream: nameOf(options?.getStreamIdentifier()),
  expected: expectedOf(options),
  events: messages.map(proposedOf),
});

export const singleWrite = (requests: readonly SingleReq[]): Write => {
  const options = requests[0]?.getOptions();
  const events = requests.slice(1).flatMap((request) => {
    const message = request.getProposedMessage();
    return message === undefined ? [] : [proposedOf(message)];
  });
  const revision = (): ExpectedRevision => {
    if (options?.hasRevision()) return BigInt(options.getRevision());
    if (options?.hasNoStream()) return NO_STREAM;
    return options?.hasStreamExists() ? EXISTS : ANY;
  };
  return { stream: nameOf(options?.getStreamIdentifier()), expected: revision(), events };
};

export const singleAnswer = (outcome: Exclude<Outcome, { kind: "too-large" }>) => {
  const answer = new streams.AppendResp();
  if (outcome.kind === "written") {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(outcome.position));
    position.setPreparePosition(String(outcome.position));
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(outcome.revisions.at(-1)));
    success.setPosition(position);
    answer.setSuccess(success);
  } else {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (outcome.current >= 0n) wrong.setCurrentRevision(String(outcome.current));
    answer.setWrongExpectedVersion(wrong);
  }
  return answer;
};

/** The properties of a record become metadata in JSON, with some of the server's own (assumption 5). */
export const sessionWrite = (request: Request): Write => ({
  stream: request.getStream(),
  expected: BigInt(request.getExpectedRevision() ?? ANY),
  events: request.getRecordsList().map((record) => {
    const properties: Record<string, string> = {};
    for (const [key, value] of record.getPropertiesMap().entries()) properties[key] = value.getStringValue();
    const schema = record.getSchema();
    properties["$schema.name"] = schema?.getName() ?? "";
    return {
      id: record.getRecordId() ?? "",
      type: schema?.getName() ?? "",
      contentType: schema?.getFormat() === JSON_FORMAT ? "application/json" : "application/octet-stream",
      data: record.getData_asU8(),
      metadata: Buffer.from(JSON.stringify(properties)),
    };
  }),
});

export const batchAnswer = (correlation: string, outcome: Written, options: Options | undefined) => {
  const position = new shared.AllStreamPosition();
  position.setCommitPosition(String(outcome.position));
  position.setPreparePosition(String(outcome.position));
  const success = new streams.BatchAppendResp.Success();
  success.setCurrentRevision(String(outcome.revisions.at(-1)));
  success.setPosition(position);
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(uuid(correlation));
  answer.setStreamIdentifier(options?.getStreamIdentifier());
  answer.setSuccess(success);
  return answer;
};

export const batchRefusal = (correlation: string, outcome: Refused, options: Options | undefined) => {
  const details = new any.Any();
  const refusal = new status.Status();
  if (outcome.kind === "too-large") {
    const large = new shared.MaximumAppendSizeExceeded();
    large.setMaxappendsize(outcome.limit);
    details.pack(large.serializeBinary(), "event_store.client.MaximumAppendSizeExceeded");
  } else {
    const wrong = new shared.WrongExpectedVersion();
    if (outcome.current >= 0n) wrong.setCurrentStreamRevision(String(outcome.current));
    details.pack(wrong.serializeBinary(), "event_store.client.WrongExpectedVersion");
  }
  refusal.setMessage(outcome.kind);
  refusal.setDetails(details);
  const answer = new streams.BatchAppendResp();
  answer.setCorrelationId(uuid(correlation));
  answer.setStreamIdentifier(options?.getStreamIdentifier());
  answer.setError(refusal);
  return answer;
};

export const sessionAnswer = (writes: readonly Write[], outcome: Written) => {
  const answer = new session.AppendSessionResponse();
  answer.setPosition(String(outcome.position));
  for (const [index, write] of writes.entries()) {
    const one = new session.AppendResponse();
    one.setStream(write.stream);
    one.setStreamRevision(String(outcome.revisions[index]));
    answer.addOutput(one);
  }
  return answer;
};

export const failure = (
  grpcCode: code,
  details: string,
  entries: Readonly<Record<string, string | Buffer>> = {},
): Partial<ServiceError> => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(entries)) metadata.set(key, value);
  return { code: grpcCode, details, metadata };
};

const withDetails = (grpcCode: code, typeUrl: string, value: Uint8Array) => {
  const details = new any.Any();
  details.setTypeUrl(`type.googleapis.com/${typeUrl}`);
  details.setValue(value);
  const refusal = new status.Status();
  refusal.setDetails(details);
  return failure(grpcCode, typeUrl, { "grpc-status-details-bin": Buffer.from(refusal.serializeBinary()) });
};

export const sessionRefusal = (outcome: Refused) => {
  if (outcome.kind === "too-large") {
    const large = new errors.AppendTransactionSizeExceededErrorDetails();
    large.setMaxSize(outcome.limit);
    const name = "kurrentdb.protocol.v2.streams.errors.AppendTransactionSizeExceededErrorDetails";
    return withDetails(code.ABORTED, name, large.serializeBinary());
  }
  const wrong = new errors.StreamRevisionConflictErrorDetails();
  wrong.setStream(outcome.write.stream);
  wrong.setExpectedRevision(String(outcome.write.expected));
  wrong.setActualRevision(String(outcome.current));
  const name = "kurrentdb.protocol.v2.streams.errors.StreamRevisionConflictErrorDetails";
  return withDetails(code.FAILED_PRECONDITION, name, wrong.serializeBinary());
};
