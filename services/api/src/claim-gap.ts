import type { ClaimGapRow, DeclaredIndicator, NoGapReason } from "@karnameh/projections/planner/claim-gap";
import { missingReasons } from "@karnameh/projections/planner/observation-texts";
import { periodOfCode } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, pageArgs, pageRequestOf } from "./connection.ts";
import { FigureType } from "./figure.ts";
import { IndicatorType } from "./indicator.ts";
import { StatusEnum } from "./observation.ts";
import { FilterType } from "./observation-query.ts";
import { SYNTHETIC_NOTICE } from "./observation-set.ts";
import { PeriodType } from "./period.ts";
import { TextType } from "./text.ts";

const reasons: Readonly<Record<NoGapReason, Text>> = {
  ...missingReasons,
  NOT_STATED: {
    fa: "رقمی که مقدار مورد انتظار از آن محاسبه می‌شود بیان نشده یا پس گرفته شده است.",
    en: "A figure needed for the expected value was not stated, or was retracted.",
  },
  NOT_A_NUMBER: {
    fa: "مقدار بیان‌شده عدد نیست، بلکه تاریخ، سال یا متن است.",
    en: "The stated value is not a number but a date, a year or text.",
  },
  UNITS_DIFFER: {
    fa: "واحدها متفاوت‌اند؛ نفر، نفر-دوره و سند از یکدیگر کم نمی‌شوند.",
    en: "The units differ: persons, person-courses and documents cannot be subtracted from each other.",
  },
  STOCK_AGAINST_FLOW: {
    fa: "متغیر موجودی و متغیر جریان از یکدیگر کم نمی‌شوند.",
    en: "A stock and a flow cannot be subtracted from each other.",
  },
  INVALID_QUERY: {
    fa: "پرس‌وجوی این شاخص معتبر نیست؛ جزئیات در فیلد `detail` آمده است.",
    en: "The query for the indicator is invalid; `detail` explains why.",
  },
};

const NoGapReasonEnum = builder.enumType("NoGapReason", {
  description: "Reason why there is no gap.",
  values: Object.fromEntries(
    Object.entries(reasons).map(([name, { en }]) => [name, { description: en }]),
  ) as Record<NoGapReason, { description: string }>,
});

const ComparedIndicatorType = builder.objectRef<DeclaredIndicator>("ComparedIndicator").implement({
  description: "Indicator, period and filters that a figure is compared with.",
  fields: (t) => ({
    code: t.exposeID("indicator", { description: "Code of the indicator." }),
    indicator: t.field({
      type: IndicatorType,
      nullable: true,
      description: "Indicator; null if the code is unknown.",
      resolve: async ({ indicator }, _, { planner }) => (await planner.indicator(indicator)) ?? null,
    }),
    period: t.field({
      type: PeriodType,
      description: "Period.",
      resolve: ({ period }) => periodOfCode(period),
    }),
    where: t.expose("where", { type: [FilterType], description: "Filters, combined with AND." }),
  }),
});

const ClaimGapType = builder.objectRef<ClaimGapRow>("ClaimGap").implement({
  description:
    "Gap between a stated figure and its expected value: computed from other figures, or taken from an indicator.",
  fields: (t) => ({
    id: t.exposeID("relationId", { description: "Id of the relation that declares the comparison." }),
    measure: t.id({ description: "Measure of the figure.", resolve: ({ figure }) => figure.measure }),
    figure: t.expose("figure", { type: FigureType, description: "Figure with the stated value." }),
    kind: t.field({
      type: CodeType,
      nullable: true,
      description: "Kind of relation to the components; null if the figure is compared with an indicator.",
      resolve: ({ kind }) => (kind === null ? null : codeOf("CL_RELATION_KIND", kind)),
    }),
    components: t.expose("components", {
      type: [FigureType],
      description:
        "Figures that the expected value is computed from; empty if the figure is compared with an indicator.",
    }),
    comparedIndicator: t.field({
      type: ComparedIndicatorType,
      nullable: true,
      description: "Indicator that the figure is compared with; null if it is compared with other figures.",
      resolve: ({ measured }) => measured,
    }),
  }),
});

builder.objectFields(ClaimGapType, (t) => ({
  expected: t.exposeFloat("expected", {
    nullable: true,
    description: "Expected value: computed from the components, or the indicator's value on the as-of date.",
  }),
  gap: t.exposeFloat("gap", {
    nullable: true,
    description: "Gap: the figure minus the expected value; null with a `reason` if it cannot be computed.",
  }),
  gapPercent: t.exposeFloat("gapPercent", {
    nullable: true,
    description: "Gap as a percentage of the figure; also null if the figure is zero.",
  }),
  unit: t.field({
    type: CodeType,
    description: "Unit of the gap.",
    resolve: ({ figure }) => codeOf("CL_UNIT", figure.unit),
  }),
  status: t.expose("status", {
    type: StatusEnum,
    nullable: true,
    description:
      "Observation status of the indicator's value; null if the figure is compared with other figures.",
  }),
  reason: t.expose("reason", {
    type: NoGapReasonEnum,
    nullable: true,
    description: "Reason why there is no gap; null if there is one.",
  }),
  reasonText: t.field({
    type: TextType,
    nullable: true,
    description: "Explanation of `reason`.",
    resolve: ({ reason }) => (reason ? reasons[reason] : null),
  }),
  detail: t.exposeString("detail", {
    nullable: true,
    description: "Error message, if the query for the indicator is invalid.",
  }),
  isSynthetic: t.exposeBoolean("isSynthetic", {
    description: "True if the indicator's value is computed from simulated events.",
  }),
  notice: t.field({
    type: TextType,
    nullable: true,
    description: "Notice that must be shown with a SYNTHETIC gap; null if the gap is not synthetic.",
    resolve: ({ isSynthetic }) => (isSynthetic ? SYNTHETIC_NOTICE : null),
  }),
}));

const ClaimGaps = connectionType("ClaimGap", ClaimGapType);

builder.queryField("claimGaps", (t) =>
  t.field({
    type: ClaimGaps,
    description: "Gaps between stated figures and their expected values, including gaps of zero.",
    args: {
      measure: t.arg.id({ description: "Only figures of this measure." }),
      asOf: t.arg({
        type: "Day",
        description: "As-of date, for both figures and events. Default: the latest data.",
      }),
      ...pageArgs,
    },
    resolve: async (_, { measure, asOf, ...page }, { planner }) => {
      const request = pageRequestOf("claimGaps", page);
      const filter = { ...(measure && { measure }), ...(asOf && { asOf }) };
      return connectionOf("claimGaps", request, await planner.claimGaps(request, filter));
    },
  }),
);
