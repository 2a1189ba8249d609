import type { Text } from "@karnameh/schema/text";

/** A property to break a measure down by. Its values come from a code list, or are public names in the events. */
export type Dimension = {
  readonly id: string;
  readonly title: Text;
  /** The code list of its values; without one, the values are names in the events. */
  readonly codelist?: string;
};

const define = <const D extends readonly Dimension[]>(...list: D): D => list;

/** Every dimension of every cube and series, each defined once. */
export const dimensions = define(
  { id: "province", title: { fa: "استان", en: "Province" }, codelist: "CL_AREA" },
  { id: "sex", title: { fa: "جنس", en: "Sex" }, codelist: "CL_SEX" },
  { id: "age", title: { fa: "گروه سنی", en: "Age group" }, codelist: "CL_AGE5" },
  { id: "education", title: { fa: "سطح تحصیلات", en: "Education" }, codelist: "CL_ISCED" },
  { id: "occupation", title: { fa: "گروه شغلی", en: "Occupation" }, codelist: "CL_ISCO08_SUB_MAJOR" },
  { id: "industry", title: { fa: "بخش فعالیت", en: "Industry" }, codelist: "CL_ISIC4_SECTION" },
  { id: "provider", title: { fa: "نوع مرکز آموزش", en: "Kind of provider" }, codelist: "CL_PROVIDER" },
  { id: "programme", title: { fa: "طرح آموزشی", en: "Programme" }, codelist: "CL_PROGRAMME" },
  { id: "target_group", title: { fa: "گروه هدف", en: "Target group" }, codelist: "CL_TARGET_GROUP" },
  { id: "channel", title: { fa: "شیوهٔ استخدام", en: "Channel of hire" }, codelist: "CL_CHANNEL" },
  { id: "scheme", title: { fa: "نوع بیمه", en: "Insurance scheme" }, codelist: "CL_SCHEME" },
  { id: "organisation", title: { fa: "سازمان", en: "Organisation" } },
  { id: "origin", title: { fa: "منشأ داده", en: "Data origin" }, codelist: "CL_ORIGIN" },
  { id: "country", title: { fa: "کشور", en: "Country" } },
  {
    id: "stoppage_kind",
    title: { fa: "نوع توقف کار", en: "Kind of stoppage" },
    codelist: "CL_STOPPAGE_KIND",
  },
  { id: "party", title: { fa: "طرف", en: "Party" }, codelist: "CL_PARTY" },
  { id: "counterparty", title: { fa: "طرف مقابل", en: "Counterparty" }, codelist: "CL_PARTY" },
  { id: "dealing", title: { fa: "نوع تعامل", en: "Kind of contact" }, codelist: "CL_DEALING" },
  { id: "partner_kind", title: { fa: "نوع تشکل", en: "Kind of organisation" }, codelist: "CL_PARTNER_KIND" },
  { id: "level", title: { fa: "سطح", en: "Level" }, codelist: "CL_LEVEL" },
  { id: "body", title: { fa: "نهاد", en: "Body" } },
  { id: "seat", title: { fa: "کرسی", en: "Seat" }, codelist: "CL_SEAT" },
  { id: "dispute_kind", title: { fa: "نوع اختلاف", en: "Kind of dispute" }, codelist: "CL_DISPUTE_KIND" },
  {
    id: "dispute_subject",
    title: { fa: "موضوع اختلاف", en: "Subject of the dispute" },
    codelist: "CL_DISPUTE_SUBJECT",
  },
  {
    id: "dispute_outcome",
    title: { fa: "نتیجهٔ اختلاف", en: "Outcome of the dispute" },
    codelist: "CL_DISPUTE_OUTCOME",
  },
  {
    id: "licence_kind",
    title: { fa: "نوع درخواست", en: "Kind of application" },
    codelist: "CL_LICENCE_KIND",
  },
  {
    id: "licence_decision",
    title: { fa: "تصمیم", en: "Decision" },
    codelist: "CL_LICENCE_DECISION",
  },
  {
    id: "workshop_size",
    title: { fa: "اندازهٔ کارگاه", en: "Workshop size" },
    codelist: "CL_WORKSHOP_SIZE",
  },
  { id: "decile", title: { fa: "دهک", en: "Decile" }, codelist: "CL_DECILE" },
  { id: "basket_item", title: { fa: "قلم سبد", en: "Basket item" }, codelist: "CL_BASKET_ITEM" },
  { id: "direction", title: { fa: "جهت تبادل", en: "Direction" }, codelist: "CL_DIRECTION" },
  { id: "medal", title: { fa: "مدال", en: "Medal" }, codelist: "CL_MEDAL" },
  { id: "survey", title: { fa: "آمارگیری", en: "Survey" } },
  { id: "series", title: { fa: "سری زمانی", en: "Series" } },
  { id: "classification", title: { fa: "طبقه‌بندی", en: "Classification" } },
);

export type DimensionId = (typeof dimensions)[number]["id"];

const byId = new Map<string, Dimension>(dimensions.map((dimension) => [dimension.id, dimension]));

/** The dimension of an id. Throws RangeError if there is none. */
export const dimension = (id: string): Dimension => {
  const found = byId.get(id);
  if (!found) throw new RangeError(`there is no dimension '${id}'`);
  return found;
};
