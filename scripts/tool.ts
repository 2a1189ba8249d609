import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export const ROOT = dirname(import.meta.dirname);

type Run = { readonly exitCode: number; readonly output: string; readonly isTimedOut: boolean };

type Running = {
  /** The repository where it is left out. */
  readonly cwd?: string;
  /** The tool is ended after so long; never where it is left out. */
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
};

/** The file of a tool's command: run by this Node itself, it needs no PATH and no shell. */
const binOf = async (packageName: string, bin: string): Promise<string> => {
  const folder = join(ROOT, "node_modules", packageName);
  const manifest: { bin: Record<string, string> } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  return join(folder, manifest.bin[bin] ?? "");
};

/** Runs a tool of the root's devDependencies and keeps its output. */
export const runTool = async (
  [packageName, bin]: readonly [packageName: string, bin: string],
  args: readonly string[],
  { cwd = ROOT, timeoutMs, env = {} }: Running = {},
): Promise<Run> => {
  const file = await binOf(packageName, bin);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { ...process.env, ...env, NO_COLOR: "1", FORCE_COLOR: undefined },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [output, isTimedOut] = ["", false];
    const end = (): void => {
      isTimedOut = true;
      child.kill();
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(end, timeoutMs);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    const finish = (exitCode: number, text: string): void => {
      clearTimeout(timer);
      resolve({ exitCode, output: text, isTimedOut });
    };
    child.once("error", (error) => finish(1, error.message));
    child.once("close", (code, signal) =>
      finish(code ?? 1, signal && !isTimedOut ? `${output}\nStopped by ${signal}.` : output),
    );
  });
};
