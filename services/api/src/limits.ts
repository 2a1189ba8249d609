import { limits as planned } from "@karnameh/projections/planner/limits";
import type { Text } from "@karnameh/schema/text";

export type ApiLimits = {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly questions: number;
  readonly tokens: number;
  readonly requestBytes: number;
};

/** What one request may ask for, beside what the planner bounds. */
export const apiLimits: ApiLimits = {
  depth: 12,
  aliases: 30,
  fields: 500,
  questions: 10,
  tokens: 4_000,
  requestBytes: 100_000,
};

const meanings: Readonly<Record<keyof ApiLimits | keyof typeof planned, Text>> = {
  observations: { fa: "مشاهده‌های یک پاسخ", en: "Observations in one answer" },
  filterValues: { fa: "مقدارهای یک پالایه", en: "Values in one filter" },
  pageSize: { fa: "اقلام یک صفحه از فهرست", en: "Items of one page of a list" },
  depth: { fa: "تودرتویی فیلدها در یک پرس‌وجو", en: "Levels of fields inside fields in one query" },
  aliases: { fa: "نام‌های مستعار در یک پرس‌وجو", en: "Aliases in one query" },
  fields: { fa: "فیلدهای یک پرس‌وجو، با گشودن پاره‌ها", en: "Fields in one query, fragments written out" },
  questions: { fa: "پرسش‌های observations در یک پرس‌وجو", en: "Times that one query may ask for observations" },
  tokens: { fa: "واژه‌ها و نشانه‌های یک پرس‌وجو", en: "Words and signs of one query" },
  requestBytes: { fa: "بایت‌های بدنهٔ درخواست", en: "Bytes of the body of a request" },
};

export type PublishedLimit = { readonly name: string; readonly value: number; readonly meaning: Text };

/** Every limit that a question can meet, as `system.limits` publishes them. */
export const publishedLimits = (limits: ApiLimits): readonly PublishedLimit[] =>
  (Object.keys(meanings) as (keyof typeof meanings)[]).map((name) => ({
    name,
    value: { ...planned, ...limits }[name],
    meaning: meanings[name],
  }));
