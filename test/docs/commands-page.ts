import { page, printedBy } from "./markdown.ts";

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

const block = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

/** docs/commands.md: what `--help` prints of the program and of each command. */
export const commandsPage = (): string => {
  const help = printedBy("--help");
  return page(
    "Commands",
    "`scripts/karnameh COMMAND` finds the Node that the project pins, and installs what is missing the first time. `npm start` is `serve --demo`.",
    block(help),
    ...commandNames(help).flatMap((name) => [`## ${name}`, block(printedBy(name, "--help"))]),
  );
};
