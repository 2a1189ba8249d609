import { type Logger, pino } from "pino";
import type { Surroundings } from "./surroundings.ts";

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/** A national code has ten digits in either script; no line of the journal may hold one. */
const LONG_NUMBER = /(?<![\d-])[\d۰-۹٠-٩]{8,}(?![\d-])/g;

type JournalSurroundings = Pick<Surroundings, "stderr"> & {
  readonly env: Pick<Surroundings["env"], "logLevel">;
};

/** The journal, on stderr, from KARNAMEH_LOG up (warn unless said). Runs of eight digits and more are masked. */
export const openJournal = ({ env, stderr }: JournalSurroundings): Logger => {
  const level = LEVELS.includes(env.logLevel ?? "") ? (env.logLevel ?? "warn") : "warn";
  const serializers = {
    err: pino.stdSerializers.err,
    error: pino.stdSerializers.err,
    cause: pino.stdSerializers.err,
  };
  return pino(
    { level, serializers, timestamp: pino.stdTimeFunctions.isoTime, base: null },
    { write: (line: string) => void stderr.write(line.replace(LONG_NUMBER, "…")) },
  );
};
