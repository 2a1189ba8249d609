import type { ModelStatus } from "@karnameh/projections/planner/model-status";
import type { ReaderStatus } from "@karnameh/runtime/reader-status";
import packageFile from "../package.json" with { type: "json" };
import { builder } from "./builder.ts";
import { type PublishedLimit, publishedLimits } from "./limits.ts";
import { TextType } from "./text.ts";

type SystemNode = {
  readonly live: ReaderStatus;
  readonly model: ModelStatus;
  readonly limits: readonly PublishedLimit[];
};

const UnprocessableEventsType = builder
  .objectRef<ModelStatus["unprocessableEvents"][number]>("UnprocessableEvents")
  .implement({
    description:
      "Events of one type that could not be processed for one reason. They are kept, and processing continues without them.",
    fields: (t) => ({
      type: t.exposeString("type", { description: "Type of the events." }),
      reason: t.exposeString("reason", { description: "Why they could not be processed." }),
      count: t.exposeInt("count", { description: "Number of events." }),
    }),
  });

const LimitType = builder.objectRef<PublishedLimit>("Limit").implement({
  description: "Limit of a request. A request over a limit is rejected; results are never truncated.",
  fields: (t) => ({
    name: t.exposeID("name", { description: "Name of the limit." }),
    value: t.exposeInt("value", { description: "Maximum value." }),
    meaning: t.expose("meaning", { type: TextType, description: "What the limit applies to." }),
  }),
});

const SystemType = builder.objectRef<SystemNode>("System").implement({
  description: "Current state of the system.",
  fields: (t) => ({
    head: t.id({ description: "Last position of the event log.", resolve: ({ live }) => live.head }),
    position: t.id({
      description: "Last position of the event log that the numbers include.",
      resolve: ({ live }) => live.position,
    }),
    lag: t.int({
      description: "Events that the numbers do not include yet. On KurrentDB the count stops at 1,000.",
      resolve: ({ live }) => live.lagEvents,
    }),
    ageSeconds: t.float({
      nullable: true,
      description:
        "Seconds since the numbers last included all events; null if they do now. Keeps growing while the event log is unreachable.",
      resolve: ({ live }) => live.ageSeconds,
    }),
    state: t.string({
      description:
        "State of the reader: BUILDING, REBUILDING, CATCHING_UP, LIVE, WAITING, FAILED or STOPPED.",
      resolve: ({ live }) => live.state,
    }),
    knownOn: t.field({
      type: "Day",
      nullable: true,
      description:
        "As-of date of the latest data: the last day on which an event was recorded; null if there are no events.",
      resolve: ({ model }) => model.knownOn,
    }),
    events: t.int({
      description: "Number of events that the numbers include.",
      resolve: ({ model }) => model.events,
    }),
    hash: t.id({
      description: "Hash of the rules that compute the numbers.",
      resolve: ({ model }) => model.hash,
    }),
    unprocessableEvents: t.field({
      type: [UnprocessableEventsType],
      description: "Events that could not be processed, by type and reason.",
      resolve: ({ model }) => model.unprocessableEvents,
    }),
    limits: t.field({
      type: [LimitType],
      description: "Limits of a request.",
      resolve: ({ limits }) => limits,
    }),
    version: t.string({ description: "Version of Karnameh.", resolve: () => packageFile.version }),
  }),
});

builder.queryField("system", (t) =>
  t.field({
    type: SystemType,
    description: "Lag behind the event log, unprocessable events, and limits of a request.",
    resolve: async (_, __, { planner, live, limits }) => {
      const [model, now] = await Promise.all([planner.status(), live()]);
      return { live: now, model, limits: publishedLimits(limits) };
    },
  }),
);
