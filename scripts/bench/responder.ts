import type { ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.ts";
import type { Ready } from "./respond.child.ts";

/** A process that responds over HTTP, and runs the SQL of its last responses again on its own. */
export type Responder = Ready & {
  /** Milliseconds of the statements of the responses since the last call. */
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
export const openResponder = async (data: string): Promise<Responder> => {
  const messages = new EventEmitter();
  let child: ChildProcess | undefined;
  const ended = runChild(
    "respond",
    { model: modelIn(data) },
    {
      onMessage: (message, from) => {
        child = from;
        messages.emit("message", message);
      },
    },
  );
  const request = async (message?: string): Promise<unknown> => {
    const received = once(messages, "message");
    if (message !== undefined) child?.send(message);
    const [response] = (await Promise.race([received, ended.then(() => [undefined])])) as [unknown];
    return response;
  };
  const ready = (await request()) as Ready;
  return {
    ...ready,
    bare: async () => Number(await request("bare")),
    forget: async () => void (await request("forget")),
    close: async () => {
      child?.send("stop");
      await ended;
    },
  };
};
