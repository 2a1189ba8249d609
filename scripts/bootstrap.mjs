// Installs what is missing, then runs a part of Karnameh: node scripts/bootstrap.mjs start|test|bench|docs|cli [arguments].
// Plain JavaScript, because it runs before the Node that can run TypeScript is installed.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const MIN_NODE_MAJOR = 20;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, "node_modules", ".karnameh-installed");
const LOCK = join(ROOT, ".installing");
const MAX_LOCK_AGE_MS = 15 * 60_000;
const CLI = "services/cli/src/main.ts";

const PROGRAMS = {
  start: { file: CLI, first: ["serve", "--demo"] },
  test: { file: "scripts/test.ts", first: [] },
  bench: { file: "scripts/bench.ts", first: [] },
  docs: { file: "scripts/docs.ts", first: [] },
  cli: { file: CLI, first: [] },
};

/** An expected error: shown as its message, without a stack. */
class SetupError extends Error {}

const majorOf = (version) => Number(version.split(".")[0]);
const rootPackage = () => JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const checkNode = () => {
  if (majorOf(process.versions.node) >= MIN_NODE_MAJOR) return;
  throw new SetupError(
    `Karnameh needs Node ${MIN_NODE_MAJOR} or newer; this is Node ${process.versions.node}. ` +
      "Get a newer version at https://nodejs.org.",
  );
};

/** The installation that is needed, as one line. Another lock file, system or processor needs another installation. */
const requiredStamp = () => {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "pnpm-lock.yaml")))
    .digest("hex");
  return `${lock} ${process.platform}-${process.arch}`;
};

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === requiredStamp();

/** Updates the stamp's date. The launcher compares dates, which is faster than a hash. */
const touchStamp = () => {
  const now = new Date();
  try {
    if (statSync(STAMP).mtimeMs <= statSync(join(ROOT, "pnpm-lock.yaml")).mtimeMs)
      utimesSync(STAMP, now, now);
  } catch {
    // The folder is read-only: the launcher starts this script again next time.
  }
};

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

const lockIsStale = () => {
  try {
    return (
      Date.now() - statSync(LOCK).mtimeMs > MAX_LOCK_AGE_MS || !isRunning(Number(readFileSync(LOCK, "utf8")))
    );
  } catch {
    return false;
  }
};

const takeLock = () => {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw new SetupError(`Cannot install the packages: ${ROOT} is not writable (${error.code}).`);
  }
};

/** A status line: counts the seconds on a terminal, otherwise prints only the start and the end. */
const status = (text) => {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  if (!process.stderr.isTTY) {
    process.stderr.write(`${text}\n`);
    return { end: (outcome) => process.stderr.write(`${outcome} in ${seconds()} s.\n`) };
  }
  const draw = () => process.stderr.write(`\r\x1b[K${text} ${seconds()} s`);
  const timer = setInterval(draw, 1000);
  draw();
  return {
    end: (outcome) => {
      clearInterval(timer);
      process.stderr.write(`\r\x1b[K${outcome} in ${seconds()} s.\n`);
    },
  };
};

const REASONS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|dns error|error sending request/i,
    "the package registry cannot be reached. Check the network, the proxy and npm's registry setting, then run the command again",
  ],
  [/ENOSPC|no space left/i, "the disk is full"],
  [/EACCES|EPERM|permission denied|EROFS/i, "a folder is not writable"],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    "pnpm-lock.yaml does not match the package.json files. Run: npx pnpm@VERSION install --no-frozen-lockfile",
  ],
];

const setupErrorOf = (output, version) => {
  const reason = REASONS.find(([pattern]) => pattern.test(output))?.[1] ?? "the installer failed";
  const tail = output.trim().split("\n").slice(-25).join("\n");
  return new SetupError(
    `${tail}\n\nInstalling Karnameh's packages failed: ${reason.replace("VERSION", version)}.`,
  );
};

/** Runs pnpm through npx and keeps its output, which is shown only if it fails. */
const runInstall = (version) =>
  new Promise((resolve, reject) => {
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    const child = spawn("npx", ["--yes", `pnpm@${version}`, "install", "--frozen-lockfile"], {
      cwd: ROOT,
      // CI: pnpm asks no questions. Retries: by default npm waits minutes for an unavailable network.
      env: { ...process.env, CI: "true", npm_config_fetch_retries: "1" },
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", () =>
      reject(new SetupError("npx was not found. Karnameh needs it to install its packages.")),
    );
    child.once("close", (code) => (code === 0 ? resolve() : reject(setupErrorOf(output, version))));
  });

const installUnderLock = async () => {
  if (isInstalled()) return;
  const version = rootPackage()
    .packageManager.replace(/^pnpm@/, "")
    .split("+")[0];
  const line = status("Installing Karnameh's packages (first start only) …");
  try {
    await runInstall(version);
  } catch (error) {
    line.end("Failed");
    throw error;
  }
  writeFileSync(STAMP, requiredStamp());
  line.end("Installed");
};

/** Installs what the lock file names, once, however many were started together. */
const ensureInstalled = async () => {
  while (!isInstalled()) {
    if (takeLock()) {
      const release = () => rmSync(LOCK, { force: true });
      process.once("exit", release);
      await installUnderLock();
      release();
    } else if (lockIsStale()) rmSync(LOCK, { force: true });
    else await sleep(200);
  }
  touchStamp();
};

/** The Node to run: this one if its major version is the pinned one, otherwise the pinned one if it is installed. */
const findNode = () => {
  const pinnedMajor = majorOf(rootPackage().devDependencies.node);
  const pinned = join(ROOT, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
  if (majorOf(process.versions.node) === pinnedMajor) return process.execPath;
  if (existsSync(pinned)) return pinned;
  if (majorOf(process.versions.node) > pinnedMajor) return process.execPath;
  throw new SetupError(
    `There is no Node ${pinnedMajor} package for ${process.platform}-${process.arch}. ` +
      `Install Node ${pinnedMajor} and run the command again.`,
  );
};

/** Forwards signals to the child, except Ctrl-C on a terminal: the child receives that itself. */
const forwardSignals = (child) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
};

const run = (node, args) =>
  new Promise((resolve, reject) => {
    // From the second start on, the modules are already compiled.
    const NODE_COMPILE_CACHE = join(ROOT, "node_modules/.cache/node-compile");
    const child = spawn(node, args, { stdio: "inherit", env: { NODE_COMPILE_CACHE, ...process.env } });
    forwardSignals(child);
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });

const main = async ([name, ...rest]) => {
  checkNode();
  const program = Object.hasOwn(PROGRAMS, name ?? "") ? PROGRAMS[name] : undefined;
  const { file, first } = program ?? PROGRAMS.cli;
  const given = program ? rest : [name, ...rest].filter((argument) => argument !== undefined);
  await ensureInstalled();
  const args = given[0] === "--" ? given.slice(1) : given;
  return run(findNode(), [join(ROOT, file), ...first, ...args]);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof SetupError ? error.message : error.stack}\n`);
  if (process.argv[2] === "test") process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
}
