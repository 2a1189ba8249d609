import { readFile } from "node:fs/promises";
import { CommandError, ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";

/**
 * door: takes events and writes the log. reader: follows the log into a read model, and answers from it. policies:
 * records what follows from the events by rule; it looks at the reader's read model.
 */
export const ROLES = ["door", "reader", "policies"] as const;
export type Role = (typeof ROLES)[number];

const isRole = (name: string): name is Role => ROLES.some((role) => role === name);

/** The roles of a list such as `door,reader`. Throws CommandError where one is not known. */
export const rolesOf = (text: string): readonly Role[] => {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isRole(name));
  if (unknown === undefined) return [...new Set(names.filter(isRole))];
  throw new CommandError(
    ExitCode.usage,
    `There is no role '${unknown}': the roles are ${ROLES.join(", ")}, as in --roles door,reader.`,
  );
};

const SHORTEST_TOKEN = 16;
const TOKEN_ADVICE = "set KARNAMEH_TOKEN, or KARNAMEH_TOKEN_FILE to a file that holds it";

const tokenIn = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    const message = `The file ${file}, which KARNAMEH_TOKEN_FILE names, cannot be read: give the file that holds the door's token.`;
    throw new CommandError(ExitCode.unable, message, error);
  }
};

/** What callers of the door have to show; undefined where nobody said it. Throws CommandError. */
const tokenOf = async ({ env }: Surroundings): Promise<string | undefined> => {
  const token = env.token || (env.tokenFile ? await tokenIn(env.tokenFile) : undefined);
  if (token === undefined) return undefined;
  if (token.length >= SHORTEST_TOKEN && /^[\x21-\x7e]+$/.test(token)) return token;
  throw new CommandError(
    ExitCode.usage,
    `The door's token has to have ${SHORTEST_TOKEN} signs or more, without spaces: ${TOKEN_ADVICE}.`,
  );
};

/**
 * What one process does. Without roles it reads, and has a door where there is a token for it. Policies are asked
 * for by name, because what they record, now, ends every import of history.
 */
export type Duties = {
  readonly reads: boolean;
  /** Whether it answers events with events. */
  readonly answers: boolean;
  /** Whether the process may write to the log at all, as the demonstration does. */
  readonly writes: boolean;
  /** Set where the door is open. */
  readonly token: string | undefined;
};

/** What the roles asked for come to. Throws CommandError where they cannot be had. */
export const dutiesOf = async (
  cli: Surroundings,
  roles: readonly Role[] | undefined,
  demo: boolean,
): Promise<Duties> => {
  const hasDoor = roles?.includes("door") ?? true;
  const token = hasDoor ? await tokenOf(cli) : undefined;
  if (roles !== undefined && hasDoor && token === undefined)
    throw new CommandError(ExitCode.usage, `The door needs a token that its callers show: ${TOKEN_ADVICE}.`);
  if (demo && !hasDoor)
    throw new CommandError(
      ExitCode.usage,
      "The demonstration is written to the log, which a reader alone does not do: leave out --demo, or add the role door.",
    );
  const reads = roles?.includes("reader") ?? true;
  const answers = roles?.includes("policies") ?? false;
  if (answers && !reads)
    throw new CommandError(
      ExitCode.usage,
      "Policies look at the read model of their own process: add the role reader, as in --roles reader,policies.",
    );
  return { reads, answers, writes: hasDoor || answers, token };
};
