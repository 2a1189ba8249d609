import { Presets, SingleBar } from "cli-progress";
import type { CliContext } from "./cli-context.ts";

/** Shows the progress of one task. `total` may change. */
export type Progress = {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
};

const STEP_PERCENT = 10;

const silent: Progress = { update: () => undefined, end: () => undefined };

const percentOf = (done: number, total: number): number =>
  total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 100;

/** One line for each tenth, for output that is not a terminal. */
const lines = (title: string, write: (text: string) => void): Progress => {
  let printed = -1;
  return {
    update: (done, total) => {
      const percent = percentOf(done, total);
      const step = percent - (percent % STEP_PERCENT);
      if (step <= printed) return;
      printed = step;
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

const LINE_EVERY = 100_000;

/** Shows the progress of a task of unknown size: one line per hundred thousand. */
export const startCounter = ({ stderr }: CliContext, what: string, isQuiet = false) => {
  let printed = 0;
  return (done: number): void => {
    if (isQuiet || done < printed + LINE_EVERY) return;
    printed = done - (done % LINE_EVERY);
    stderr.write(`${printed.toLocaleString("en")} ${what}\n`);
  };
};

/** A bar on a terminal, lines otherwise, nothing if `isQuiet`. Always on standard error. */
export const startProgress = ({ stderr }: CliContext, title: string, isQuiet = false): Progress => {
  if (isQuiet) return silent;
  return stderr.isTTY ? bar(title, stderr) : lines(title, (text) => stderr.write(text));
};

/** Shows a task that has several phases, one bar after another, under the titles given. */
export const startPhases = <Phase extends string>(
  cli: CliContext,
  titles: Readonly<Record<Phase, string>>,
  isQuiet = false,
) => {
  let phase: Phase | undefined;
  let current = silent;
  return {
    update: (state: { readonly phase: Phase; readonly done: number; readonly total: number }): void => {
      if (state.phase !== phase) {
        current.end();
        current = startProgress(cli, titles[state.phase], isQuiet);
        phase = state.phase;
      }
      current.update(state.done, state.total);
    },
    end: (): void => current.end(),
  };
};
