import { z } from "zod";

/**
 * How the data of an earlier version of an event is read as the newest one. Only what can be written as a table is
 * allowed, so that the ingest endpoint and the projector's SQL read it alike.
 */
export type Earlier = {
  /** Fields that the version did not have → their value for its events. */
  readonly added?: Readonly<Record<string, string | number | boolean>>;
  /** Fields with another name in the version: newest name → its name. */
  readonly renamed?: Readonly<Record<string, string>>;
};

/** By version: 1 and every other up to the one before the newest. */
export type EarlierVersions = Readonly<Record<number, Earlier>>;

type Data = Readonly<Record<string, unknown>>;

/** The fields of an earlier version: without those added later, renamed ones under their old names. */
export const earlierShape = (data: z.ZodObject, { added = {}, renamed = {} }: Earlier): z.ZodObject =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(data.shape)
        .filter(([name]) => !Object.hasOwn(added, name))
        .map(([name, field]) => [renamed[name] ?? name, field]),
    ),
  );

/** The data of an earlier version, converted to the newest version. */
export const upcast = (data: Data, { added = {}, renamed = {} }: Earlier): Data => {
  const newNames = new Map(Object.entries(renamed).map(([name, old]) => [old, name]));
  return {
    ...added,
    ...Object.fromEntries(Object.entries(data).map(([name, value]) => [newNames.get(name) ?? name, value])),
  };
};

type Versioned = {
  readonly type: string;
  readonly version: number;
  readonly key: string;
  readonly data: z.ZodObject;
  readonly earlier: EarlierVersions;
};

const isList = (field: z.ZodType): boolean =>
  field instanceof z.ZodArray || (field instanceof z.ZodOptional && field.unwrap() instanceof z.ZodArray);

const faultOf = ({ key, data }: Versioned, { added = {}, renamed = {} }: Earlier): string | undefined => {
  for (const [name, value] of Object.entries(added)) {
    const field = data.shape[name] as z.ZodType | undefined;
    if (field === undefined) return `adds ${name}, which is not a field`;
    if (!z.safeParse(field, value).success) return `adds ${name} with an invalid value`;
  }
  for (const [name, old] of Object.entries(renamed)) {
    const field = data.shape[name] as z.ZodType | undefined;
    if (field === undefined) return `renames ${name}, which is not a field`;
    if (isList(field)) return `renames ${name}, which is a list`;
    if (name === key) return `renames ${name}, which is the key of the stream`;
    if (Object.hasOwn(data.shape, old)) return `uses the name ${old} again for something else`;
  }
  return undefined;
};

/** Throws if the earlier versions of a contract are incomplete or inconsistent. */
export const refuseEarlier = (contract: Versioned): void => {
  const { type, version, earlier } = contract;
  const defined = Object.keys(earlier).map(Number);
  const expected = Array.from({ length: version - 1 }, (_, index) => index + 1);
  if (defined.join() !== expected.join())
    throw new Error(`${type} has version ${version} but defines the earlier versions ${defined.join()}`);
  for (const number of expected) {
    const fault = faultOf(contract, earlier[number] ?? {});
    if (fault !== undefined) throw new Error(`version ${number} of ${type} ${fault}`);
  }
};
