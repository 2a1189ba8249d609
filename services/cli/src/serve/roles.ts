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

/** The roles of a list such as `ingest,reader`. Throws CommandError where one is not known. */
export const rolesOf = (text: string): readonly Role[] => {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isRole(name));
  if (unknown === undefined) return [...new Set(names.filter(isRole))];
  throw new CommandError(
    ExitCode.usage,
    `There is no role '${unknown}': the roles are ${ROLES.join(", ")}, as in --roles ingest,reader.`,
  );
};

const SHORTEST_TOKEN = 16;
const TOKEN_ADVICE = "set KARNAMEH_TOKEN, or KARNAMEH_TOKEN_FILE to a file that holds it";

const tokenIn = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    const message = `The file ${file}, which KARNAMEH_TOKEN_FILE names, cannot be read: give the file that holds the bearer token.`;
    throw new CommandError(ExitCode.unable, message, error);
  }
};

/** The bearer token of the ingest endpoint; undefined if none is set. Throws CommandError. */
const tokenOf = async ({ env }: CliContext): Promise<string | undefined> => {
  const token = env.token || (env.tokenFile ? await tokenIn(env.tokenFile) : undefined);
  if (token === undefined) return undefined;
  if (token.length >= SHORTEST_TOKEN && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CommandError(
    ExitCode.usage,
    `The bearer token of the ingest role must have ${SHORTEST_TOKEN} or more printable ASCII characters and no spaces: ${TOKEN_ADVICE}.`,
  );
};

/**
 * What one process does. Without roles it is a reader, and has the ingest role if there is a token. Policies are asked
 * for by name, because what they record, now, ends every import of history.
 */
export type ProcessConfig = {
  readonly reads: boolean;
  /** Whether it answers events with events. */
  readonly answers: boolean;
  /** Whether the process may write to the log at all, as the demonstration does. */
  readonly writes: boolean;
  /** Set if the process has the ingest role. */
  readonly token: string | undefined;
};

/** What the roles asked for come to. Throws CommandError where they cannot be had. */
export const processConfigOf = async (
  cli: CliContext,
  roles: readonly Role[] | undefined,
  demo: boolean,
): Promise<ProcessConfig> => {
  const ingests = roles?.includes("ingest") ?? true;
  const token = ingests ? await tokenOf(cli) : undefined;
  if (roles !== undefined && ingests && token === undefined)
    throw new CommandError(ExitCode.usage, `The ingest role needs a bearer token: ${TOKEN_ADVICE}.`);
  if (demo && !ingests)
    throw new CommandError(
      ExitCode.usage,
      "--demo writes to the log, and a reader only reads it: leave out --demo, or add the role ingest.",
    );
  const reads = roles?.includes("reader") ?? true;
  const answers = roles?.includes("policies") ?? false;
  if (answers && !reads)
    throw new CommandError(
      ExitCode.usage,
      "Policies look at the read model of their own process: add the role reader, as in --roles reader,policies.",
    );
  return { reads, answers, writes: ingests || answers, token };
};
