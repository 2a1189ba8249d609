import { type Codelist, specialCodes } from "./codelist.ts";
import { CL_ISIC4_DIVISION, CL_ISIC4_SECTION } from "./codelists/activity.ts";
import { CL_AREA } from "./codelists/area.ts";
import { CL_COUNTRY } from "./codelists/country.ts";
import {
  CL_DIRECTION,
  CL_EXPERT_CATEGORY,
  CL_MEDAL,
  CL_MEETING_LEVEL,
  CL_ORGANISATION,
} from "./codelists/diplomacy.ts";
import {
  CL_CHANNEL,
  CL_CONTRACT,
  CL_END_REASON,
  CL_SCHEME,
  CL_SECTOR,
  CL_STATUS_EMP,
} from "./codelists/employment.ts";
import { CL_BENEFIT_BRANCH, CL_BENEFIT_END, CL_DEPENDANT, CL_WORKSHOP_SIZE } from "./codelists/insurance.ts";
import {
  CL_CHECKPOINT,
  CL_COMPETENCE,
  CL_DESTINATION,
  CL_EVIDENCE,
  CL_JOBSEEKER_END,
  CL_LABOUR_STATUS,
} from "./codelists/labour-market.ts";
import {
  CL_CLOSURE_REASON,
  CL_COUNT_FROM,
  CL_HOLIDAY_KIND,
  CL_INSPECTION_RESULT,
  CL_LICENCE_DECISION,
  CL_LICENCE_KIND,
  CL_LICENCE_REASON,
  CL_RETURN_EFFECT,
  CL_WEEKEND_SCOPE,
} from "./codelists/licensing.ts";
import { CL_OBS_STATUS, CL_ORIGIN, CL_UNIT } from "./codelists/observation.ts";
import { CL_ISCO08_MAJOR, CL_ISCO08_SUB_MAJOR } from "./codelists/occupation.ts";
import { CL_AGE5, CL_ISCED, CL_SEX } from "./codelists/person.ts";
import {
  CL_AGREEMENT_TOPIC,
  CL_DEALING,
  CL_DISPUTE_KIND,
  CL_DISPUTE_OUTCOME,
  CL_DISPUTE_STAGE,
  CL_DISPUTE_SUBJECT,
  CL_LEVEL,
  CL_PARTNER_KIND,
  CL_PARTY,
  CL_POSITION,
  CL_SEAT,
  CL_STOPPAGE_KIND,
  CL_STOPPAGE_OUTCOME,
} from "./codelists/relations.ts";
import {
  CL_BASIS,
  CL_CONF_STATUS,
  CL_EXTRACTION,
  CL_FIGURE_KIND,
  CL_INCONSISTENCY_REASON,
  CL_QUALIFIER,
  CL_RELATION_KIND,
  CL_RELEASE_KIND,
  CL_SEVERITY,
  CL_WEEKDAY,
} from "./codelists/reported.ts";
import { CL_SPEAKER, CL_SPEAKER_ROLE } from "./codelists/speaker.ts";
import {
  CL_APPEAL_OUTCOME,
  CL_ASSESSMENT_MODE,
  CL_COUNT_BASIS,
  CL_HOST_UNIT,
  CL_PROGRAMME,
  CL_PROVIDER,
  CL_SITE_KIND,
  CL_TARGET_GROUP,
} from "./codelists/training.ts";
import {
  CL_BASKET_ITEM,
  CL_CYCLE,
  CL_DECILE,
  CL_HOUSEHOLD_CHANGE,
  CL_MEASURE_UNIT,
  CL_NOTICE_CHANNEL,
  CL_PLAN_BASIS,
} from "./codelists/welfare.ts";
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
  CL_LABOUR_STATUS,
  CL_JOBSEEKER_END,
  CL_CHECKPOINT,
  CL_DESTINATION,
  CL_EVIDENCE,
  CL_COMPETENCE,
  CL_COUNT_BASIS,
  CL_HOST_UNIT,
  CL_SITE_KIND,
  CL_APPEAL_OUTCOME,
  CL_BENEFIT_BRANCH,
  CL_BENEFIT_END,
  CL_DEPENDANT,
  CL_WORKSHOP_SIZE,
  CL_LICENCE_KIND,
  CL_LICENCE_REASON,
  CL_INSPECTION_RESULT,
  CL_COUNT_FROM,
  CL_RETURN_EFFECT,
  CL_HOLIDAY_KIND,
  CL_CLOSURE_REASON,
  CL_WEEKEND_SCOPE,
  CL_DECILE,
  CL_BASKET_ITEM,
  CL_MEASURE_UNIT,
  CL_PLAN_BASIS,
  CL_CYCLE,
  CL_NOTICE_CHANNEL,
  CL_HOUSEHOLD_CHANGE,
  CL_PARTY,
  CL_SEAT,
  CL_PARTNER_KIND,
  CL_LEVEL,
  CL_AGREEMENT_TOPIC,
  CL_POSITION,
  CL_DISPUTE_KIND,
  CL_DISPUTE_SUBJECT,
  CL_DISPUTE_STAGE,
  CL_DISPUTE_OUTCOME,
  CL_STOPPAGE_KIND,
  CL_STOPPAGE_OUTCOME,
  CL_DEALING,
  CL_LICENCE_DECISION,
  CL_MEETING_LEVEL,
  CL_DIRECTION,
  CL_EXPERT_CATEGORY,
  CL_MEDAL,
  CL_ORGANISATION,
  CL_SPEAKER,
  CL_SPEAKER_ROLE,
  CL_SEVERITY,
  CL_INCONSISTENCY_REASON,
  CL_CONF_STATUS,
  CL_RELEASE_KIND,
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
