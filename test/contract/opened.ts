import type { EventLog } from "@karnameh/event-log/port";

/** Opens the log that a child process has as its arguments: module, target, then the child's own arguments. */
export const openFromArguments = async (): Promise<{ log: EventLog; rest: string[] }> => {
  const [opener = "", target = "", ...rest] = process.argv.slice(2);
  const { openTarget }: { openTarget: (target: string) => Promise<EventLog> } = await import(opener);
  return { log: await openTarget(target), rest };
};

export const printLine = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
