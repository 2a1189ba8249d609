// From a bare machine to a running Karnameh: node scripts/bootstrap.mjs start|test|bench|docs|cli [arguments].
// Plain JavaScript, because it is what runs before the Node that understands TypeScript is installed.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const LEAST_NODE = 20;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, "node_modules", ".karnameh-installed");
const LOCK = join(ROOT, ".installing");
const LOCK_LIFE_MS = 15 * 60_000;
const CLI = "services/cli/src/main.ts";

const ROLES = {
  start: { file: CLI, first: ["serve", "--demo"] },
  test: { file: "scripts/test.ts", first: [] },
  bench: { file: "scripts/bench.ts", first: [] },
  docs: { file: "scripts/docs.ts", first: [] },
  cli: { file: CLI, first: [] },
};

/** A failure that its reader can act upon: shown as its sentence, without a stack. */
class Refusal extends Error {}

const majorOf = (version) => Number(version.split(".")[0]);
const rootPackage = () => JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

const checkNode = () => {
  if (majorOf(process.versions.node) >= LEAST_NODE) return;
  throw new Refusal(
    `Karnameh needs Node ${LEAST_NODE} or newer to start; this is Node ${process.versions.node}. ` +
      "A newer one is at https://nodejs.org.",
  );
};

/** What has to be installed, as one line: another lock file, system or processor means another install. */
const wantedStamp = () => {
  const lock = createHash("sha256")
    .update(readFileSync(join(ROOT, "pnpm-lock.yaml")))
    .digest("hex");
  return `${lock} ${process.platform}-${process.arch}`;
};

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, "utf8") === wantedStamp();

/** The launcher compares dates, which is quicker than a hash: a checkout that only touched the lock costs once. */
const freshenStamp = () => {
  const now = new Date();
  try {
    if (statSync(STAMP).mtimeMs <= statSync(join(ROOT, "pnpm-lock.yaml")).mtimeMs)
      utimesSync(STAMP, now, now);
  } catch {
    // A read-only folder: the launcher will ask again next time.
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
      Date.now() - statSync(LOCK).mtimeMs > LOCK_LIFE_MS || !isRunning(Number(readFileSync(LOCK, "utf8")))
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
    throw new Refusal(
      `The packages cannot be installed, because ${ROOT} cannot be written to (${error.code}).`,
    );
  }
};

/** One line that counts the seconds on a terminal; elsewhere its first and last words only. */
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
    "the package registry cannot be reached. Check the network, a proxy or npm's registry setting, then run the same command again",
  ],
  [/ENOSPC|no space left/i, "the disk is full"],
  [/EACCES|EPERM|permission denied|EROFS/i, "a folder cannot be written to"],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    "pnpm-lock.yaml and a package.json do not agree. Run: npx pnpm@VERSION install --no-frozen-lockfile",
  ],
];

const refusalOf = (output, version) => {
  const reason = REASONS.find(([pattern]) => pattern.test(output))?.[1] ?? "the installer failed";
  const tail = output.trim().split("\n").slice(-25).join("\n");
  return new Refusal(
    `${tail}\n\nKarnameh's packages were not installed: ${reason.replace("VERSION", version)}.`,
  );
};

/** Runs pnpm through npx and keeps its words, which matter only when it fails. */
const runInstall = (version) =>
  new Promise((resolve, reject) => {
    let output = "";
    const keep = (chunk) => {
      output += chunk;
    };
    const child = spawn("npx", ["--yes", `pnpm@${version}`, "install", "--frozen-lockfile"], {
      cwd: ROOT,
      // CI: pnpm asks no questions. Retries: npm by itself would wait minutes for a network that is not there.
      env: { ...process.env, CI: "true", npm_config_fetch_retries: "1" },
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", () =>
      reject(new Refusal("Karnameh installs its packages with npx, which was not found.")),
    );
    child.once("close", (code) => (code === 0 ? resolve() : reject(refusalOf(output, version))));
  });

const installUnderLock = async () => {
  if (isInstalled()) return;
  const version = rootPackage()
    .packageManager.replace(/^pnpm@/, "")
    .split("+")[0];
  const line = status("Installing Karnameh's packages (the first start only) …");
  try {
    await runInstall(version);
  } catch (error) {
    line.end("Stopped");
    throw error;
  }
  writeFileSync(STAMP, wantedStamp());
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
  freshenStamp();
};

/** This Node if it is of the pinned one's line, which also serves systems the pinned one has no build for. */
const findNode = () => {
  const pinnedMajor = majorOf(rootPackage().devDependencies.node);
  const pinned = join(ROOT, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
  if (majorOf(process.versions.node) === pinnedMajor) return process.execPath;
  if (existsSync(pinned)) return pinned;
  if (majorOf(process.versions.node) > pinnedMajor) return process.execPath;
  throw new Refusal(
    `Node ${pinnedMajor} was not installed for ${process.platform}-${process.arch}; ` +
      `install Node ${pinnedMajor} yourself and run the same command again.`,
  );
};

/** On a terminal Ctrl-C reaches the child by itself; a second one would mean "stop waiting" to it. */
const forwardSignals = (child) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
};

const run = (node, args) =>
  new Promise((resolve, reject) => {
    // The second start finds its modules compiled.
    const NODE_COMPILE_CACHE = join(ROOT, "node_modules/.cache/node-compile");
    const child = spawn(node, args, { stdio: "inherit", env: { NODE_COMPILE_CACHE, ...process.env } });
    forwardSignals(child);
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });

const main = async ([word, ...rest]) => {
  checkNode();
  const role = Object.hasOwn(ROLES, word ?? "") ? ROLES[word] : undefined;
  const { file, first } = role ?? ROLES.cli;
  const given = role ? rest : [word, ...rest].filter((argument) => argument !== undefined);
  await ensureInstalled();
  const args = given[0] === "--" ? given.slice(1) : given;
  return run(findNode(), [join(ROOT, file), ...first, ...args]);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
  if (process.argv[2] === "test") process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
}
