import { ENVIRONMENT, TEST_ENVIRONMENT } from "@karnameh/cli/environment";
import { code, page, printedBy, table } from "./markdown.ts";

/** The names of the commands, as `karnameh --help` lists them. */
export const commandNames = (help: string): readonly string[] =>
  [
    ...(help.split("Commands:")[1] ?? "")
      .split("\n\n", 1)
      .join("")
      .matchAll(/^ {2}([a-z-]+) /gm),
  ]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "help");

type Variable = { readonly name: string; readonly meaning: string; readonly default: string };

const variables = (list: readonly Variable[]): string =>
  table(
    ["variable", "meaning", "default"],
    list.map((each) => [code(each.name), each.meaning, each.default]),
  );

const block = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

/** docs/commands.md: the help of the program and of each command, and the environment variables. */
export const commandsPage = (): string => {
  const help = printedBy("--help");
  return page(
    "Commands",
    "Run a command with `scripts/karnameh COMMAND`. The first run installs the pinned Node and all dependencies.\n`npm start` runs `serve --demo`.",
    block(help),
    "## Environment variables",
    "An option takes precedence over the variable. Only commands read these variables.",
    variables(Object.values(ENVIRONMENT)),
    "Specs also read:",
    variables(TEST_ENVIRONMENT),
    ...commandNames(help).flatMap((name) => [`## ${name}`, block(printedBy(name, "--help"))]),
  );
};
