import type { ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ready } from "./answer.child.ts";
import { runChild } from "./child.ts";

/** A process that answers over HTTP, and that runs the SQL of its last answers again, bare. */
export type Answerer = Ready & {
  /** Milliseconds of the statements of the answers since the last call. */
  bare(): Promise<number>;
  forget(): Promise<void>;
  close(): Promise<void>;
};

const modelIn = (data: string): string => {
  const folder = join(data, "read");
  const { file } = JSON.parse(readFileSync(join(folder, "current.json"), "utf8")) as { file: string };
  return join(folder, file);
};

/** Opens the read model of a data folder in a process of its own. */
export const openAnswerer = async (data: string): Promise<Answerer> => {
  const heard = new EventEmitter();
  let child: ChildProcess | undefined;
  const ended = runChild(
    "answer",
    { model: modelIn(data) },
    {
      onSaid: (said, from) => {
        child = from;
        heard.emit("said", said);
      },
    },
  );
  const ask = async (message?: string): Promise<unknown> => {
    const answered = once(heard, "said");
    if (message !== undefined) child?.send(message);
    const [said] = (await Promise.race([answered, ended.then(() => [undefined])])) as [unknown];
    return said;
  };
  const ready = (await ask()) as Ready;
  return {
    ...ready,
    bare: async () => Number(await ask("bare")),
    forget: async () => void (await ask("forget")),
    close: async () => {
      child?.send("stop");
      await ended;
    },
  };
};
