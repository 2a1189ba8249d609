type Variable = {
  readonly name: string;
  readonly meaning: string;
  /** In words, as the help shows it. */
  readonly default: string;
};

/** Every environment variable that the commands read. `--help` and docs/commands.md print this list. */
export const ENVIRONMENT = {
  port: { name: "PORT", meaning: "port of serve, if --port is not given", default: "8085" },
  dataFolder: {
    name: "KARNAMEH_DATA",
    meaning: "data folder, if --data is not given",
    default: "data in the repository",
  },
  eventLog: {
    name: "KARNAMEH_EVENT_LOG",
    meaning: "address of the cluster that holds the log, if --log is not given",
    default: "a file in the data folder",
  },
  token: {
    name: "KARNAMEH_TOKEN",
    meaning: "bearer token that the ingest role requires of its callers",
    default: "none: no ingest role",
  },
  tokenFile: {
    name: "KARNAMEH_TOKEN_FILE",
    meaning: "file that holds the bearer token, if KARNAMEH_TOKEN is not set",
    default: "none",
  },
  logLevel: {
    name: "KARNAMEH_LOG_LEVEL",
    meaning: "lowest level written to stderr: trace, debug, info, warn, error, fatal, silent",
    default: "warn",
  },
  demoPeople: {
    name: "KARNAMEH_DEMO_PEOPLE",
    meaning: "size of the synthetic population that serve --demo generates",
    default: "that of the demonstration",
  },
} as const satisfies Readonly<Record<string, Variable>>;

/** The variables that only specs read. */
export const TEST_ENVIRONMENT: readonly Variable[] = [
  {
    name: "KARNAMEH_SPECS_REPORT",
    meaning: "folder for the report of a run of the specs; npm test sets it",
    default: "none: no report",
  },
  {
    name: "KARNAMEH_KILLS",
    meaning:
      "how often each spec kills a writer of the log, an import, a projector or, only where it is set, a server",
    default: "1 to 3",
  },
  { name: "KARNAMEH_RUNS", meaning: "how often each property of the ledger is tried", default: "3" },
  {
    name: "KARNAMEH_TEST_KURRENTDB",
    meaning: "address of a KurrentDB server that the contract of the log is also run against",
    default: "none: the double alone",
  },
  {
    name: "KARNAMEH_ENGINES",
    meaning: "all: the specs of several readers and of copies run on the double of a cluster too",
    default: "none: on SQLite alone",
  },
];

/** The values of the variables; undefined if a variable is not set. */
export type Environment = { readonly [Key in keyof typeof ENVIRONMENT]: string | undefined };

/** Reads the variables of a process. */
export const readEnvironment = (env: Readonly<Record<string, string | undefined>>): Environment => ({
  port: env[ENVIRONMENT.port.name],
  dataFolder: env[ENVIRONMENT.dataFolder.name],
  eventLog: env[ENVIRONMENT.eventLog.name],
  token: env[ENVIRONMENT.token.name],
  tokenFile: env[ENVIRONMENT.tokenFile.name],
  logLevel: env[ENVIRONMENT.logLevel.name],
  demoPeople: env[ENVIRONMENT.demoPeople.name],
});

const WIDTH = Math.max(...Object.values(ENVIRONMENT).map(({ name }) => name.length));

/** The list as `karnameh --help` prints it. */
export const ENVIRONMENT_HELP = [
  "Environment variables:",
  ...Object.values(ENVIRONMENT).map(
    (each) => `  ${each.name.padEnd(WIDTH)}  ${each.meaning} (default: ${each.default})`,
  ),
].join("\n");
