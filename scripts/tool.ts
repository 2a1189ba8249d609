import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export const ROOT = dirname(import.meta.dirname);
const LIMIT_MS = 420_000;

type Run = { readonly exitCode: number; readonly output: string };

/** The file of a tool's command: run by this Node itself, it needs no PATH and no shell. */
const binOf = async (packageName: string, bin: string): Promise<string> => {
  const folder = join(ROOT, "node_modules", packageName);
  const manifest: { bin: Record<string, string> } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  return join(folder, manifest.bin[bin] ?? "");
};

/** Runs a tool of the root's devDependencies and keeps its words; `cwd` is the repository unless told otherwise. */
export const runTool = async (
  [packageName, bin]: readonly [packageName: string, bin: string],
  args: readonly string[],
  cwd: string = ROOT,
): Promise<Run> => {
  const file = await binOf(packageName, bin);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: LIMIT_MS,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    child.once("error", (error) => resolve({ exitCode: 1, output: error.message }));
    child.once("close", (code, signal) =>
      resolve({ exitCode: code ?? 1, output: signal ? `${output}\nStopped by ${signal}.` : output }),
    );
  });
};
