import type { BenchFolder } from "./folder.ts";
import type { Ground } from "./ground.ts";
import type { Options } from "./options.ts";
import type { Teller } from "./teller.ts";

/** What a row is given. */
export type Context = {
  readonly options: Options;
  readonly ground: Ground;
  readonly folder: BenchFolder;
  readonly teller: Teller;
};
