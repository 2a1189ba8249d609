import { limits as plannerLimits } from "@karnameh/projections/planner/limits";
import type { Text } from "@karnameh/schema/text";

export type ApiLimits = {
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly observationQueries: number;
  readonly tokens: number;
  readonly requestBytes: number;
};

/** Limits of a request, in addition to the limits of the planner. */
export const apiLimits: ApiLimits = {
  depth: 12,
  aliases: 30,
  fields: 500,
  observationQueries: 10,
  tokens: 4_000,
  requestBytes: 100_000,
};

const meanings: Readonly<Record<keyof ApiLimits | keyof typeof plannerLimits, Text>> = {
  observations: { fa: "تعداد مشاهده‌ها در یک پاسخ", en: "Observations in one response" },
  filterValues: { fa: "تعداد مقدارها در یک فیلتر", en: "Values in one filter" },
  pageSize: { fa: "تعداد اقلام در هر صفحه از فهرست", en: "Items per page of a list" },
  depth: { fa: "عمق فیلدهای تودرتو در یک پرس‌وجو", en: "Levels of nested fields in one query" },
  aliases: { fa: "تعداد نام‌های مستعار در یک پرس‌وجو", en: "Aliases in one query" },
  fields: {
    fa: "تعداد فیلدها در یک پرس‌وجو، با احتساب قطعه‌ها",
    en: "Fields in one query, with fragments expanded",
  },
  observationQueries: {
    fa: "تعداد فیلدهای `observations` در یک پرس‌وجو",
    en: "`observations` fields in one query",
  },
  tokens: { fa: "تعداد نشانه‌ها (توکن) در یک پرس‌وجو", en: "Tokens in one query" },
  requestBytes: { fa: "اندازهٔ بدنهٔ درخواست به بایت", en: "Bytes in the body of a request" },
};

export type PublishedLimit = { readonly name: string; readonly value: number; readonly meaning: Text };

/** All limits of a request, as `system.limits` publishes them. */
export const publishedLimits = (limits: ApiLimits): readonly PublishedLimit[] =>
  (Object.keys(meanings) as (keyof typeof meanings)[]).map((name) => ({
    name,
    value: { ...plannerLimits, ...limits }[name],
    meaning: meanings[name],
  }));
