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
  queryErrors,
  requestErrors,
  unprocessableReasons,
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

/** docs/errors.md: every error code that a caller can get. */
export const errorsPage = (): string =>
  page(
    "Errors",
    `Every error has a code and, where useful, the path of the offending field and a hint.
Error texts never repeat the content of an event, a file or a request to the ingest endpoint, but may repeat words of a GraphQL query.
Codes are part of the interface; the texts may change.`,
    "## Rejected events",
    "The event breaks its contract. An import writes the number of each rejected line to the refusals file and imports the other lines.",
    bilingual(refusalCodes),
    "## Rejected lines of a file",
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
    "## Queries",
    "The code is in `errors[].extensions.code`, mostly with a `hint`. The HTTP status is 200, or 400 if the request is not a GraphQL request.",
    plain(queryErrors),
    plain(requestErrors),
    "## The projector and the ledger",
    plain(projectorErrors),
    plain(ledgerErrors),
    "## Unprocessable events",
    "The projector stores an event that it cannot read, with one of these reasons, and continues. `system.unprocessableEvents` counts these events.",
    plain(unprocessableReasons),
    "## Why a number is missing",
    "A missing number is not an error. The value is null, the status is M, and the reason is one of these.",
    bilingual(missingReasons),
    "The statuses:",
    plain(statusMeanings),
    "## Exit codes of the command line",
    exits(),
  );
