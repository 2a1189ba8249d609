import { readFile } from "node:fs/promises";
import type { CliContext } from "../cli-context.ts";
import { CommandError, ExitCode } from "../exit-code.ts";

/**
 * ingest: takes events over HTTP and writes the log. reader: follows the log into a read model, and answers queries
 * from it. policies: records what follows from the events by rule; it uses the reader's read model.
 */
export const ROLES = ["ingest", "reader", "policies"] as const;
export type Role = (typeof ROLES)[number];

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);

/** Parses a list of roles such as `ingest,reader`. Throws CommandError if one is unknown. */
export const rolesOf = (text: string): readonly Role[] => {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isRole(name));
  if (unknown === undefined) return [...new Set(names.filter(isRole))];
  throw new CommandError(
    ExitCode.usage,
    `Unknown role '${unknown}': the roles are ${ROLES.join(", ")}, as in --roles ingest,reader.`,
  );
};

const MIN_TOKEN_CHARACTERS = 16;
const TOKEN_ADVICE = "set KARNAMEH_TOKEN, or KARNAMEH_TOKEN_FILE to a file that holds it";

const tokenIn = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    const message = `The file ${file} in KARNAMEH_TOKEN_FILE cannot be read: set it to the file that holds the bearer token.`;
    throw new CommandError(ExitCode.unable, message, error);
  }
};

/** The bearer token of the ingest endpoint, or undefined if none is set. Throws CommandError if it is not valid. */
const tokenOf = async ({ env }: CliContext): Promise<string | undefined> => {
  const token = env.token || (env.tokenFile ? await tokenIn(env.tokenFile) : undefined);
  if (token === undefined) return undefined;
  if (token.length >= MIN_TOKEN_CHARACTERS && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CommandError(
    ExitCode.usage,
    `The bearer token of the ingest role must have ${MIN_TOKEN_CHARACTERS} or more printable ASCII characters and no spaces: ${TOKEN_ADVICE}.`,
  );
};

/**
 * What one process does. Without roles it is a reader, and also has the ingest role if there is a token. Policies have
 * to be named, because older events cannot be imported after they have recorded one.
 */
export type ProcessConfig = {
  /** Whether it follows the log and answers queries. */
  readonly serves: boolean;
  readonly runsPolicies: boolean;
  /** Whether it may write to the log at all, as the demonstration does. */
  readonly writesLog: boolean;
  /** Set if the process has the ingest role. */
  readonly token: string | undefined;
};

const tokenFor = async (cli: CliContext, roles: readonly Role[] | undefined): Promise<string | undefined> => {
  if (roles !== undefined && !roles.includes("ingest")) return undefined;
  const token = await tokenOf(cli);
  if (roles === undefined || token !== undefined) return token;
  throw new CommandError(ExitCode.usage, `The ingest role needs a bearer token: ${TOKEN_ADVICE}.`);
};

/** The configuration of a process with the given roles. Throws CommandError if they do not fit together. */
export const processConfigOf = async (
  cli: CliContext,
  roles: readonly Role[] | undefined,
  demo: boolean,
): Promise<ProcessConfig> => {
  const token = await tokenFor(cli, roles);
  const ingests = roles?.includes("ingest") ?? true;
  if (demo && !ingests)
    throw new CommandError(
      ExitCode.usage,
      "--demo writes to the log, and a reader never does: leave out --demo, or add the role ingest.",
    );
  const serves = roles?.includes("reader") ?? true;
  const runsPolicies = roles?.includes("policies") ?? false;
  if (runsPolicies && !serves)
    throw new CommandError(
      ExitCode.usage,
      "Policies need the read model of their own process: add the role reader, as in --roles reader,policies.",
    );
  return { serves, runsPolicies, writesLog: ingests || runsPolicies, token };
};
