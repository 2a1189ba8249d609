import { Presets, SingleBar } from "cli-progress";
import type { CliContext } from "./cli-context.ts";

/** Shows how far some work is. `total` may change while it goes on. */
export type Progress = {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
};

const STEP_PERCENT = 10;

const silent: Progress = { update: () => undefined, end: () => undefined };

const percentOf = (done: number, total: number): number =>
  total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 100;

/** One line for every tenth, for a log file. */
const lines = (title: string, write: (text: string) => void): Progress => {
  let told = -1;
  return {
    update: (done, total) => {
      const percent = percentOf(done, total);
      const step = percent - (percent % STEP_PERCENT);
      if (step <= told) return;
      told = step;
      write(`${title}: ${step} %\n`);
    },
    end: () => undefined,
  };
};

const bar = (title: string, stream: NodeJS.WritableStream): Progress => {
  const format = `${title} {bar} {percentage} % | {value} of {total} | {eta_formatted} left`;
  const single = new SingleBar({ stream, format, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic);
  let started = false;
  return {
    update: (done, total) => {
      if (!started) single.start(total, 0);
      started = true;
      single.setTotal(Math.max(done, total));
      single.update(done);
    },
    end: () => {
      if (started) single.stop();
      started = false;
    },
  };
};

const COUNTED = 100_000;

/** For work whose end is not known: a line for every hundred thousand. */
export const startCounter = ({ stderr }: CliContext, what: string, isQuiet = false) => {
  let told = 0;
  return (done: number): void => {
    if (isQuiet || done < told + COUNTED) return;
    told = done - (done % COUNTED);
    stderr.write(`${told.toLocaleString("en")} ${what}\n`);
  };
};

/** A bar on a terminal, lines elsewhere, nothing where a script reads the result. Always on stderr. */
export const startProgress = ({ stderr }: CliContext, title: string, isQuiet = false): Progress => {
  if (isQuiet) return silent;
  return stderr.isTTY ? bar(title, stderr) : lines(title, (text) => stderr.write(text));
};
