import { z } from "zod";
import { factTable } from "./columns.ts";
import { type EarlierVersions, earlierShape, refuseEarlier, upcast } from "./earlier.ts";
import type { Text } from "./text.ts";

/** Who a producer is: the third part of its URN, `urn:karnameh:ROLE:NAME`. */
export const PRODUCER_ROLES = ["worker", "employer", "agency", "system", "newsroom", "researcher"] as const;
export type ProducerRole = (typeof PRODUCER_ROLES)[number];

/** The part of the domain that an event belongs to. Its contracts are in one file, or several if one would be too long. */
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
 * What an event of one type contains. The single source of its check (zod), its TypeScript type, its fact table,
 * its documentation and its place in the log.
 */
export type EventContract<Shape extends z.ZodRawShape = z.ZodRawShape> = {
  readonly type: string;
  readonly version: number;
  readonly context: Context;
  readonly title: Text;
  readonly meaning: Text;
  /** The meaning of the envelope's `effectiveOn` for this type: the day it happened in the world. */
  readonly effectiveOn: Text;
  readonly producers: readonly ProducerRole[];
  /** The stream is `category-key`, the key one of the event's own fields. No dash inside the category. */
  readonly stream: { readonly category: string; readonly key: string };
  /**
   * True if a stream may contain several current events of this type, such as attendance. Of any other
   * type the event recorded last in a stream is current.
   */
  readonly repeats?: true;
  readonly data: z.ZodObject<Shape>;
  /** How events of earlier versions, which stay in the log unchanged, are read as this version. */
  readonly earlier?: EarlierVersions;
  /** The check across fields: states in plain words what is wrong, or undefined. */
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
  const difference = earlier?.[version];
  if (difference === undefined) return undefined;
  return {
    ...newest,
    version,
    data: earlierShape(contract.data, difference),
    check: (data) => contract.check?.(upcast(data, difference)),
  };
};
