import { readNumberCell } from "./number-cell.ts";
import { readInterval } from "./period.ts";
import type { TableRow } from "./read-table.ts";
import { type RowFault, rowFault } from "./refusal.ts";

/** A figure of a row of a table. Money is in rials, whatever unit the row has. */
export type Figure = {
  readonly figureId: string;
  readonly documentId: string;
  readonly measure: string;
  readonly value?: number;
  readonly valueText?: string;
  readonly qualifier: string;
  readonly unit: string;
  /** Absent if the row does not state it. */
  readonly kind?: string;
  readonly periodFrom?: string;
  readonly periodTo?: string;
  readonly subject: { readonly fa: string; readonly en?: string };
  readonly speakerName?: string;
  readonly speakerRole?: string;
  readonly speakerOrganisation?: string;
  /** The place of the figure in the document, or else in the table. */
  readonly place: string;
  readonly weekday?: string;
  readonly area?: string;
  /** The period in the words of the document. */
  readonly periodStated?: string;
  readonly multiplier?: number;
  readonly lineFrom?: number;
  readonly lineTo?: number;
  /** The event at which it was stated, such as an exhibition. */
  readonly venue?: string;
};

/** A format of tables of reported figures that is recognised by its header. */
export type FigureFormat = {
  readonly id: string;
  readonly title: string;
  readonly header: string;
  /** Columns that every table of this format has. */
  readonly needs: readonly string[];
  /** The id of the document that contains the figure. */
  readonly documentOf: (row: TableRow) => string;
  readonly read: (row: TableRow) => Figure | RowFault;
};

const QUALIFIERS: Readonly<Record<string, string>> = {
  "": "EQ",
  "=": "EQ",
  ">": "GT",
  ">=": "GE",
  "<": "LT",
  "<=": "LE",
  "~": "APPROX",
  "~<": "APPROX_BELOW",
};

/** Units whose values are words or days and not numbers. */
const WORDED_UNITS: ReadonlySet<string> = new Set(["DATE", "PLACE", "QUALITATIVE", "RELATIVE_YEAR"]);

type Value = Pick<Figure, "value" | "valueText" | "unit">;

/** The value of a row; words stand in their own column, or, if the table has none, under a unit of words. */
const readValue = (value: string, text: string | undefined, unit: string): Value | RowFault => {
  // One toman is ten rials; no event contains tomans.
  const inRial = unit === "TOMAN" ? { unit: "IRR", times: 10 } : { unit, times: 1 };
  if (value === "") {
    if (text) return { valueText: text, unit: inRial.unit };
    return rowFault("CELL_MISSING", "value", "The row has no value.", "Write a number.");
  }
  const number = readNumberCell(value);
  if ("value" in number) {
    if (!number.isPercent || unit === "PERCENT")
      return { value: number.value * inRial.times, unit: inRial.unit };
    const hint = "Write the unit percent, or leave the sign out.";
    return rowFault("CELL_INVALID", "value", "The value has a percent sign and another unit.", hint);
  }
  if (text === undefined && WORDED_UNITS.has(unit)) return { valueText: value, unit };
  const hint = text === undefined ? number.hint : `${number.hint} Words belong in value_text.`;
  return rowFault("CELL_INVALID", "value", number.message, hint);
};

/** The named cells that are not empty, under their names in the event. */
const present = <K extends string>(
  cells: Readonly<Record<K, string | undefined>>,
): { readonly [P in K]?: string } => {
  const kept: { [P in K]?: string } = {};
  for (const key in cells) if (cells[key]) kept[key] = cells[key];
  return kept;
};

const subjectOf = (fa: string, en: string): Figure["subject"] =>
  en === "" ? { fa } : { fa: fa === "" ? en : fa, en };

/** The name of a file without its extension, as the id of the document. */
const withoutExtension = (file: string): string => file.replace(/\.[A-Za-z0-9]{1,5}$/, "");

const PERSON = /^((?:[A-Z]\.\s?)+[A-Z][\w'-]+)\s*(?:,\s*(.+)|\(([^)]+)\).*)?$/;
const ROLE = /\b(head|minister|ambassador|ceo|director|secretary|spokes\w+)\b/i;

/** `A. Name, role` is a person; a text with the name of an office is a role; any other text is an organisation. */
const speakerOf = (actor: string) => {
  const [, name, role, aside] = PERSON.exec(actor) ?? [];
  if (name !== undefined) return present({ speakerName: name, speakerRole: role ?? aside });
  return ROLE.test(actor) ? present({ speakerRole: actor }) : present({ speakerOrganisation: actor });
};

/** Cells that are empty or have a dash, because no period was stated. */
const NO_PERIOD = /^[-–—]?$/;

const PERIOD_HINT = "Write an interval such as 2021-08-03/2023-08-02; leave an open end out or write '..'.";

const readStated = ({ line, cells }: TableRow): Figure | RowFault => {
  const {
    id = "",
    seed_file = "",
    measure = "",
    value = "",
    qualifier = "",
    subject = "",
    actor = "",
    period_as_stated: stated = "",
  } = cells;
  const period = readInterval(cells["period_iso"] ?? "");
  if (period === undefined)
    return rowFault("CELL_INVALID", "period_iso", "The period cannot be read.", PERIOD_HINT);
  const quantity = readValue(value, undefined, (cells["unit"] ?? "").toUpperCase());
  if ("code" in quantity) return quantity;
  return {
    figureId: id,
    documentId: withoutExtension(seed_file),
    measure,
    ...quantity,
    qualifier: QUALIFIERS[qualifier] ?? qualifier,
    ...present({ kind: cells["kind"], periodFrom: period.from, periodTo: period.to }),
    subject: subjectOf("", subject),
    ...speakerOf(actor),
    place: `line ${line} of the table`,
    ...(NO_PERIOD.test(stated) ? {} : { periodStated: stated }),
  };
};

type Numbers = Pick<Figure, "multiplier" | "lineFrom" | "lineTo">;

/** The cells that have to be numbers if they are not empty; a fault for the first one that is not. */
const readNumbers = (cells: TableRow["cells"]): Numbers | RowFault => {
  const kept: { -readonly [P in keyof Numbers]: Numbers[P] } = {};
  for (const [name, column] of [
    ["multiplier", "multiplier"],
    ["lineFrom", "line_from"],
    ["lineTo", "line_to"],
  ] as const) {
    const cell = cells[column] ?? "";
    if (cell === "") continue;
    const number = readNumberCell(cell);
    if ("message" in number) return rowFault("CELL_INVALID", column, number.message, number.hint);
    if (number.isPercent)
      return rowFault("CELL_INVALID", column, "The cell has a percent sign.", "Write digits.");
    kept[name] = number.value;
  }
  return kept;
};

const readOwn = ({ line, cells }: TableRow): Figure | RowFault => {
  const {
    figure = "",
    document = "",
    measure = "",
    value = "",
    value_text = "",
    unit = "",
    qualifier = "",
  } = cells;
  const period = readInterval(`${cells["period_from"] ?? ""}/${cells["period_to"] ?? ""}`);
  if (period === undefined)
    return rowFault("CELL_INVALID", "period_from", "The period cannot be read.", PERIOD_HINT);
  const { kind, weekday, speaker, role, organisation, place, area, venue } = cells;
  const numbers = readNumbers(cells);
  if ("code" in numbers) return numbers;
  const quantity = readValue(value, value_text, unit.toUpperCase());
  if ("code" in quantity) return quantity;
  return {
    figureId: figure,
    documentId: withoutExtension(document),
    measure,
    ...quantity,
    qualifier: QUALIFIERS[qualifier] ?? qualifier,
    ...present({ kind, weekday, periodFrom: period.from, periodTo: period.to }),
    subject: subjectOf(cells["subject_fa"] ?? "", cells["subject_en"] ?? ""),
    ...present({ speakerName: speaker, speakerRole: role, speakerOrganisation: organisation }),
    place: place || `line ${line} of the table`,
    ...present({ area, periodStated: cells["period_stated"], venue }),
    ...numbers,
  };
};

/** The tables of figures that can be imported, in the order in which they are tried. */
export const FIGURE_FORMATS: readonly FigureFormat[] = [
  {
    id: "OWN",
    title: "Figures of a document",
    header:
      "figure,measure,value,value_text,unit,qualifier,kind,period_from,period_to,subject_en,subject_fa,speaker,role,organisation,document,place,weekday[,document_sha256][,document_kind][,publisher][,title_fa][,title_en][,published_on][,language][,pages][,confirmed][,area][,period_stated][,multiplier][,line_from][,line_to][,venue][,author]",
    needs: ["figure", "measure", "value", "unit", "qualifier", "kind", "document"],
    documentOf: ({ cells }) => withoutExtension(cells["document"] ?? ""),
    read: readOwn,
  },
  {
    id: "STATED",
    title: "Figures with their quotation, which is not imported",
    header:
      "id,seed_file,measure,value,qualifier,unit,period_as_stated,period_iso,subject,actor,quote_fa,note[,kind]",
    needs: ["id", "seed_file", "measure", "value", "qualifier", "unit", "period_iso", "subject", "actor"],
    documentOf: ({ cells }) => withoutExtension(cells["seed_file"] ?? ""),
    read: readStated,
  },
];
