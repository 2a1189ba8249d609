import { pino } from "pino";

/** Where a service reports what its operator should know: the message first, then its fields. */
export type Logger = {
  info(message: string, fields?: object): void;
  error(message: string, fields?: object): void;
};

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
const DEFAULT_LEVEL = "warn";

/** A national code has ten digits in either script; no line of the log may hold one. */
const LONG_NUMBER = /(?<![\d-])[\d۰-۹٠-٩]{8,}(?![\d-])/g;

export type LoggerOptions = {
  /** The lowest level that is written; `warn` if it is undefined or not a level of pino. */
  readonly level: string | undefined;
  readonly stream: { write(line: string): unknown };
};

/** Where the process that owns the logger also writes what only a developer needs. */
type DebugLogger = Logger & { debug(message: string, fields?: object): void };

/** A logger that writes one JSON object per line. Runs of eight or more digits are masked. */
export const openLogger = ({ level, stream }: LoggerOptions): DebugLogger => {
  const serializers = {
    err: pino.stdSerializers.err,
    error: pino.stdSerializers.err,
    cause: pino.stdSerializers.err,
  };
  const known = level !== undefined && LEVELS.includes(level) ? level : DEFAULT_LEVEL;
  const logger = pino(
    { level: known, serializers, timestamp: pino.stdTimeFunctions.isoTime, base: null },
    { write: (line: string) => void stream.write(line.replace(LONG_NUMBER, "…")) },
  );
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
};
