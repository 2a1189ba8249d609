import { type Codelist, specialCodes } from "./codelist.ts";
import { CL_ISIC4_DIVISION, CL_ISIC4_SECTION } from "./codelists/activity.ts";
import { CL_AREA } from "./codelists/area.ts";
import { CL_COUNTRY } from "./codelists/country.ts";
import {
  CL_CHANNEL,
  CL_CONTRACT,
  CL_END_REASON,
  CL_SCHEME,
  CL_SECTOR,
  CL_STATUS_EMP,
} from "./codelists/employment.ts";
import { CL_OBS_STATUS, CL_ORIGIN, CL_UNIT } from "./codelists/observation.ts";
import { CL_ISCO08_MAJOR, CL_ISCO08_SUB_MAJOR } from "./codelists/occupation.ts";
import { CL_AGE5, CL_ISCED, CL_SEX } from "./codelists/person.ts";
import {
  CL_BASIS,
  CL_EXTRACTION,
  CL_FIGURE_KIND,
  CL_QUALIFIER,
  CL_RELATION_KIND,
  CL_WEEKDAY,
} from "./codelists/reported.ts";
import { CL_ASSESSMENT_MODE, CL_PROGRAMME, CL_PROVIDER, CL_TARGET_GROUP } from "./codelists/training.ts";
import type { Lang } from "./text.ts";

/** Every code list, in the order in which pages show them. */
export const codelists: readonly Codelist[] = [
  CL_AREA,
  CL_COUNTRY,
  CL_SEX,
  CL_AGE5,
  CL_ISCED,
  CL_ISCO08_MAJOR,
  CL_ISCO08_SUB_MAJOR,
  CL_ISIC4_SECTION,
  CL_ISIC4_DIVISION,
  CL_SECTOR,
  CL_STATUS_EMP,
  CL_CONTRACT,
  CL_CHANNEL,
  CL_END_REASON,
  CL_PROVIDER,
  CL_PROGRAMME,
  CL_TARGET_GROUP,
  CL_ASSESSMENT_MODE,
  CL_SCHEME,
  CL_FIGURE_KIND,
  CL_QUALIFIER,
  CL_UNIT,
  CL_RELATION_KIND,
  CL_EXTRACTION,
  CL_BASIS,
  CL_WEEKDAY,
  CL_ORIGIN,
  CL_OBS_STATUS,
];

const byId = new Map(codelists.map((list) => [list.id, list]));
const titles = new Map(
  codelists.map((list) => [
    list.id,
    new Map([...list.codes, ...specialCodes].map(({ code, title }) => [code, title])),
  ]),
);

export const codelist = (id: string): Codelist | undefined => byId.get(id);

/** The title of a code, special codes included; the code itself where it has none. */
export const titleOf = (codelistId: string, code: string, lang: Lang): string =>
  titles.get(codelistId)?.get(code)?.[lang] ?? code;
