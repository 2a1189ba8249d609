import { ExitCode, exitCodeMeanings } from "@karnameh/cli/exit-code";
import { siteErrors } from "@karnameh/cli/serve/site";
import { endpointErrors } from "@karnameh/ingest/endpoint-errors";
import { ingestErrors } from "@karnameh/ingest/ingest-error";
import { lineRefusals } from "@karnameh/ingest/refusal";
import { missingReasons, statusMeanings } from "@karnameh/projections/planner/observation-texts";
import { refusalCodes } from "@karnameh/schema/refusal";
import type { Text } from "@karnameh/schema/text";
import {
  ledgerErrors,
  logErrors,
  projectorErrors,
  questionErrors,
  requestErrors,
  setAsideReasons,
} from "./error-texts.ts";
import { code, page, table } from "./markdown.ts";

const plain = (texts: Readonly<Record<string, string>>): string =>
  table(
    ["code", "meaning"],
    Object.entries(texts).map(([name, text]) => [code(name), text]),
  );

const bilingual = (texts: Readonly<Record<string, Text>>): string =>
  table(
    ["code", "meaning", "معنا"],
    Object.entries(texts).map(([name, { en, fa }]) => [code(name), en, fa]),
  );

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith("…") ? "" : "."}`;

const exits = (): string =>
  table(
    ["exit code", "meaning"],
    (Object.keys(ExitCode) as (keyof typeof ExitCode)[]).map((name) => [
      String(ExitCode[name]),
      sentence(exitCodeMeanings[name]),
    ]),
  );

/** docs/errors.md: every code that a caller can meet. */
export const errorsPage = (): string =>
  page(
    "Errors",
    `A refusal is an answer: it has a code, and where they help the path of the culprit and a hint. What an event, a file or a
request to the ingest endpoint held is never repeated; a question's own words are. Codes are part of the interface; the words are not.`,
    "## Refused events",
    "The contract says no. A refused line of an import goes to the refusals file by its number; the others go in.",
    bilingual(refusalCodes),
    "## Refused lines of a file",
    bilingual(lineRefusals),
    "## Imports that stop",
    bilingual(ingestErrors),
    "## Requests to the ingest endpoint",
    "The whole request is rejected and nothing of it is recorded. In the last two cases it may be sent again. The codes of single events are listed above.",
    bilingual(endpointErrors),
    "## Other requests over HTTP",
    plain(siteErrors),
    "## The event log",
    plain(logErrors),
    "## Questions",
    "In GraphQL's `errors[].extensions.code`, most with a `hint`. HTTP answers 200: the request was understood; what is no GraphQL request at all is answered by 400.",
    plain(questionErrors),
    plain(requestErrors),
    "## The projector and the ledger",
    plain(projectorErrors),
    plain(ledgerErrors),
    "## Events set aside",
    "An event in the log that the projector cannot read is neither skipped in silence nor a reason to stop. `system.unprocessableEvents` counts them.",
    plain(setAsideReasons),
    "## Why a number is missing",
    "No error: the answer has the value null, the status M and one of these reasons.",
    bilingual(missingReasons),
    "The statuses:",
    plain(statusMeanings),
    "## Exit codes of the command line",
    exits(),
  );
