import { Command } from "commander";
import { type CliContext, print, printJson } from "../cli-context.ts";
import { dataFolder, makeModelFolder, requireLog } from "../data-folder.ts";
import { ExitCode, type SetExitCode } from "../exit-code.ts";
import {
  DATA_MEANING,
  DATA_OPTION,
  JSON_MEANING,
  LOG_MEANING,
  LOG_OPTION,
  MODEL_MEANING,
  MODEL_OPTION,
} from "./options.ts";

type Flags = {
  readonly data?: string;
  readonly log?: string;
  readonly model?: string;
  readonly json?: boolean;
};

const HELP = `
The new read model is built next to the current one and then replaces it; a running server switches to it within two
seconds. The log is only read.`;

const build = async (cli: CliContext, flags: Flags) => {
  const folder = dataFolder(cli, flags);
  requireLog(folder);
  await makeModelFolder(folder);
  const [
    { buildProgress, catalogue },
    { countOf, openLog },
    { buildModel },
    { openModelFolder },
    { runningServer },
  ] = await Promise.all([
    import("../wiring.ts"),
    import("../open-log.ts"),
    import("@karnameh/projector/build"),
    import("@karnameh/projector/model-folder"),
    import("../serve/serving.ts"),
  ]);
  const log = await openLog(cli, folder, { readOnly: true });
  const progress = buildProgress(cli, flags.json);
  try {
    const models = await openModelFolder(folder.readModels);
    const file = await buildModel(log, models, catalogue, {
      onProgress: progress.update,
      signal: cli.abortSignal,
    });
    await models.promote(file);
    const server = await runningServer(folder);
    if (server === undefined) await models.sweep([]);
    return { file, events: await countOf(log), serving: server?.url ?? null };
  } finally {
    progress.end();
    await log.close();
  }
};

const run = async (cli: CliContext, setExitCode: SetExitCode, flags: Flags): Promise<void> => {
  const began = performance.now();
  try {
    const result = await build(cli, flags);
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
    if (flags.json) return printJson(cli, { ...result, seconds });
    const switches = result.serving === null ? "" : ` The server at ${result.serving} switches to it.`;
    const events = result.events === null ? "the log" : `${result.events.toLocaleString("en")} events`;
    print(cli, `The read model was rebuilt from ${events} in ${seconds} s.${switches}`);
  } catch (error) {
    if (!cli.abortSignal.aborted) throw error;
    setExitCode(ExitCode.interrupted);
  }
};

export const rebuildCommand = (cli: CliContext, setExitCode: SetExitCode): Command =>
  new Command("rebuild")
    .description("rebuild the read model from the log")
    .option(DATA_OPTION, DATA_MEANING)
    .option(LOG_OPTION, LOG_MEANING)
    .option(MODEL_OPTION, MODEL_MEANING)
    .option("--json", JSON_MEANING)
    .addHelpText("after", HELP)
    .action((flags: Flags) => run(cli, setExitCode, flags));
