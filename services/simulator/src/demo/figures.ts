import { readFileSync } from "node:fs";
import type { NewEvent } from "@karnameh/schema/event";
import { namedId } from "../identity.ts";
import { DOCUMENTS, type SourceDocument } from "./documents.ts";
import { FALSIFIED, type Falsified, RELATIONS, type Relation } from "./relations.ts";

const NEWSROOM = "urn:karnameh:newsroom:karnameh";
const RESEARCHER = "urn:karnameh:researcher:karnameh";

type Row = Readonly<Record<string, string>>;

/** Reads figures.csv, which has no quotes and no commas in its cells. */
const readRows = (): readonly Row[] => {
  const [header = "", ...lines] = readFileSync(new URL("figures.csv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
};

/** The cells that are not empty, under the names of the event's fields. */
const cellsOf = (row: Row, fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, cell]) => (row[cell] ? [[field, row[cell]]] : [])),
  );

const figureData = (row: Row): NewEvent["data"] => ({
  figureId: row["figure"],
  documentId: row["document"],
  measure: row["measure"],
  ...(row["value"] ? { value: Number(row["value"]) } : { valueText: row["value_text"] }),
  qualifier: row["qualifier"],
  unit: row["unit"],
  kind: row["kind"],
  ...cellsOf(row, { periodFrom: "period_from", periodTo: "period_to" }),
  subject: { fa: row["subject_fa"], en: row["subject_en"] },
  ...cellsOf(row, { speakerName: "speaker", speakerRole: "role", speakerOrganisation: "organisation" }),
  place: row["place"],
  ...cellsOf(row, { weekday: "weekday" }),
  extraction: "HUMAN",
  confidence: 1,
});

type EventContent = Pick<NewEvent, "source" | "type" | "stream" | "data">;

const event = (takenInAt: string, { source, type, stream, data }: EventContent): NewEvent => ({
  id: namedId(`${type}/${stream}`),
  source,
  type,
  version: 1,
  stream,
  effectiveOn: takenInAt.slice(0, 10),
  recordedAt: takenInAt,
  data,
});

const documentEvent = ({ id, takenInAt, ...rest }: SourceDocument): NewEvent => {
  const data = { documentId: id, ...rest };
  return event(takenInAt, { source: NEWSROOM, type: "DocumentIngested", stream: `document-${id}`, data });
};

const relationEvent = ({ id, ...rest }: Relation, takenInAt: string): NewEvent => {
  const data = { relationId: id, ...rest };
  return event(takenInAt, {
    source: RESEARCHER,
    type: "FigureRelationDeclared",
    stream: `relation-${id}`,
    data,
  });
};

const falsifiedEvent = ({ takenInAt, on, ...data }: Falsified): NewEvent => ({
  ...event(takenInAt, {
    source: NEWSROOM,
    type: "ForecastFalsified",
    stream: `figure-${data.figureId}`,
    data,
  }),
  effectiveOn: on,
});

/**
 * The 53 figures of the two source documents and three of a third that cross-check a sum, with their relations and the
 * outcome of a forecast. They are real claims, not synthetic. Each is recorded when its document was recorded, and a
 * relation with the document of its left figure; in the order of `recordedAt`.
 */
export const figureEvents = (): readonly NewEvent[] => {
  const rows = readRows();
  const events = DOCUMENTS.flatMap((document) => {
    const own = rows.filter((row) => row["document"] === document.id);
    const ids = new Set(own.map((row) => row["figure"]));
    const figures = own.map((row) =>
      event(document.takenInAt, {
        source: NEWSROOM,
        type: "FigureReported",
        stream: `figure-${row["figure"]}`,
        data: figureData(row),
      }),
    );
    const relations = RELATIONS.filter(({ left }) => ids.has(left));
    return [
      documentEvent(document),
      ...figures,
      ...relations.map((relation) => relationEvent(relation, document.takenInAt)),
    ];
  });
  return [...events, ...FALSIFIED.map(falsifiedEvent)].sort((one, other) =>
    String(one.recordedAt).localeCompare(String(other.recordedAt)),
  );
};
