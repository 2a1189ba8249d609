import { codelistsPage } from "./codelists-page.ts";
import { commandsPage } from "./commands-page.ts";
import { errorsPage } from "./errors-page.ts";
import { eventsPage } from "./events-page.ts";
import { indicatorsPage } from "./indicators-page.ts";
import { limitsPage } from "./limits-page.ts";

/** The pages of docs/ that are made from the code: file name → function that makes its text. */
export const pages: Readonly<Record<string, () => string>> = {
  "events.md": eventsPage,
  "indicators.md": indicatorsPage,
  "codelists.md": codelistsPage,
  "limits.md": limitsPage,
  "errors.md": errorsPage,
  "commands.md": commandsPage,
};
