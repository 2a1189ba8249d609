import { z } from "zod";
import { factTable } from "./columns.ts";
import { type EarlierVersions, earlierShape, refuseEarlier, upcast } from "./earlier.ts";
import type { Text } from "./text.ts";

/** Who a producer is: the third part of its URN, `urn:karnameh:ROLE:NAME`. */
export const PRODUCER_ROLES = ["worker", "employer", "agency", "system", "newsroom", "researcher"] as const;
export type ProducerRole = (typeof PRODUCER_ROLES)[number];

/** The part of the domain an event belongs to; its contracts stand in one file, or in several where one would be too long. */
export type Context =
  | "workforce"
  | "training"
  | "certification"
  | "placement"
  | "insurance"
  | "licensing"
  | "welfare"
  | "relations"
  | "diplomacy"
  | "reported"
  | "system";

/**
 * What one type of event may say. The single source of its check (zod), its TypeScript type, its fact table,
 * its documentation and its place in the log.
 */
export type EventContract<Shape extends z.ZodRawShape = z.ZodRawShape> = {
  readonly type: string;
  readonly version: number;
  readonly context: Context;
  readonly title: Text;
  readonly meaning: Text;
  /** What `effectiveOn` of the envelope says for this type: the day on which it happened in the world. */
  readonly effectiveOn: Text;
  readonly producers: readonly ProducerRole[];
  /** The stream is `category-key`, the key one of the event's own fields. No dash inside the category. */
  readonly stream: { readonly category: string; readonly key: string };
  /**
   * True where a stream may hold several events of this type side by side, as attendance does. Of any other
   * type the last recorded of a stream stands.
   */
  readonly repeats?: true;
  readonly data: z.ZodObject<Shape>;
  /** What the events of earlier versions, which stay in the log as they are, say in the words of this one. */
  readonly earlier?: EarlierVersions;
  /** What no single field can say: in plain words what is wrong between the fields, or undefined. */
  check?(data: z.infer<z.ZodObject<Shape>>): string | undefined;
};

type Definition<Shape extends z.ZodRawShape> = Omit<EventContract<Shape>, "data" | "stream"> & {
  readonly stream: { readonly category: string; readonly key: keyof Shape & string };
  readonly data: Shape;
};

/**
 * Defines an event's contract. Fields that the contract does not name are refused, never dropped. Throws for a
 * shape that has no fact table.
 */
export const defineEvent = <Shape extends z.ZodRawShape>(
  definition: Definition<Shape>,
): EventContract<Shape> => {
  const data: z.ZodObject<Shape> = z.strictObject(definition.data);
  const { type, version, stream, earlier = {} } = definition;
  refuseEarlier({ type, version, key: stream.key, data, earlier });
  factTable({ type, data, earlier });
  return { ...definition, data };
};

/** The contract as it was in an earlier version; undefined where there was no such version. */
export const earlierContract = (contract: EventContract, version: number): EventContract | undefined => {
  const { earlier, ...newest } = contract;
  const told = earlier?.[version];
  if (told === undefined) return undefined;
  return {
    ...newest,
    version,
    data: earlierShape(contract.data, told),
    check: (data) => contract.check?.(upcast(data, told)),
  };
};
