import type { ClaimGapRow, Measured, NoGapReason } from "@karnameh/projections/planner/catalogue";
import { periodOfCode } from "@karnameh/schema/calendar";
import type { Text } from "@karnameh/schema/text";
import { builder } from "./builder.ts";
import { CodeType, codeOf } from "./code.ts";
import { connectionOf, connectionType, sliceOf } from "./connection.ts";
import { FigureType } from "./figure.ts";
import { IndicatorType } from "./indicator.ts";
import { missingReasons, StatusEnum } from "./observation.ts";
import { FilterType } from "./observation-query.ts";
import { SYNTHETIC_NOTICE } from "./observation-set.ts";
import { PeriodType } from "./period.ts";
import { TextType } from "./text.ts";

const reasons: Readonly<Record<NoGapReason, Text>> = {
  ...missingReasons,
  NOT_STATED: {
    fa: "رقمی از اجزا گفته نشده یا پس گرفته شده است.",
    en: "A figure that leads to it was not stated, or was taken back.",
  },
  NOT_A_NUMBER: {
    fa: "آنچه گفته شده عدد نیست، بلکه تاریخ، سال یا واژه است.",
    en: "What is stated is no number but a date, a year or words.",
  },
  UNITS_DIFFER: {
    fa: "یکاها یکی نیستند؛ نفر، نفر-دوره و سند از هم کم نمی‌شوند.",
    en: "The units differ: persons, person-courses and documents are not subtracted from each other.",
  },
  STOCK_AGAINST_FLOW: {
    fa: "موجودی و جریان از هم کم نمی‌شوند.",
    en: "A stock and a flow are not subtracted from each other.",
  },
  NOT_ASKABLE: {
    fa: "شاخص را نمی‌توان چنین پرسید.",
    en: "The indicator cannot be asked so; `detail` says why.",
  },
};

const NoGapReasonEnum = builder.enumType("NoGapReason", {
  description: "Why there is no gap to be told.",
  values: Object.fromEntries(
    Object.entries(reasons).map(([name, { en }]) => [name, { description: en }]),
  ) as Record<NoGapReason, { description: string }>,
});

const CountedType = builder.objectRef<Measured>("Counted").implement({
  description: "What a figure was declared to state: an indicator of one period, under some cuts.",
  fields: (t) => ({
    code: t.exposeID("indicator", { description: "The code of the indicator." }),
    indicator: t.field({
      type: IndicatorType,
      nullable: true,
      description: "The indicator; null where there is none of that code.",
      resolve: async ({ indicator }, _, { planner }) => (await planner.indicator(indicator)) ?? null,
    }),
    period: t.field({
      type: PeriodType,
      description: "The period.",
      resolve: ({ period }) => periodOfCode(period),
    }),
    where: t.expose("where", { type: [FilterType], description: "The cuts." }),
  }),
});

const ClaimGapType = builder.objectRef<ClaimGapRow>("ClaimGap").implement({
  description:
    "How far a stated figure is from the figures that lead to it, or from what the events or an official series count.",
  fields: (t) => ({
    id: t.exposeID("relationId", { description: "The id of the declaration that ties the two." }),
    measure: t.id({ description: "What the figure measures.", resolve: ({ figure }) => figure.measure }),
    figure: t.expose("figure", { type: FigureType, description: "The figure, with the value stated." }),
    kind: t.field({
      type: CodeType,
      nullable: true,
      description: "How other figures lead to it; null where it is set against an indicator.",
      resolve: ({ kind }) => (kind === null ? null : codeOf("CL_RELATION_KIND", kind)),
    }),
    components: t.expose("components", {
      type: [FigureType],
      description: "The figures that lead to it; none where it is set against an indicator.",
    }),
    counted: t.field({
      type: CountedType,
      nullable: true,
      description: "What it is set against where that is an indicator.",
      resolve: ({ measured }) => measured,
    }),
  }),
});

builder.objectFields(ClaimGapType, (t) => ({
  expected: t.exposeFloat("expected", {
    nullable: true,
    description: "What the components come to, or the value of the indicator as known on the day.",
  }),
  gap: t.exposeFloat("gap", {
    nullable: true,
    description: "The figure less what was expected; null with a reason where there is none.",
  }),
  gapPercent: t.exposeFloat("gapPercent", {
    nullable: true,
    description: "The gap in percent of the figure; null also where the figure is zero.",
  }),
  unit: t.field({
    type: CodeType,
    description: "The unit of the gap.",
    resolve: ({ figure }) => codeOf("CL_UNIT", figure.unit),
  }),
  status: t.expose("status", {
    type: StatusEnum,
    nullable: true,
    description: "How the indicator's value stands; null where figures stand against figures.",
  }),
  reason: t.expose("reason", {
    type: NoGapReasonEnum,
    nullable: true,
    description: "Why there is no gap; null where there is one.",
  }),
  reasonText: t.field({
    type: TextType,
    nullable: true,
    description: "The reason in words.",
    resolve: ({ reason }) => (reason ? reasons[reason] : null),
  }),
  detail: t.exposeString("detail", {
    nullable: true,
    description: "What is wrong with an indicator that cannot be asked so.",
  }),
  isSynthetic: t.exposeBoolean("isSynthetic", {
    description: "True where the indicator's value rests on simulated events. The figure itself is a claim.",
  }),
  notice: t.field({
    type: TextType,
    nullable: true,
    description: "What a reader must be told beside the gap: that it is SYNTHETIC, where it is.",
    resolve: ({ isSynthetic }) => (isSynthetic ? SYNTHETIC_NOTICE : null),
  }),
}));

const ClaimGaps = connectionType("ClaimGap", ClaimGapType);

builder.queryField("claimGaps", (t) =>
  t.field({
    type: ClaimGaps,
    description:
      "How far each figure is from those that lead to it and from what is counted, whether they agree or not, as known on a day.",
    args: {
      measure: t.arg.id({ description: "Only figures that measure this." }),
      asOf: t.arg({
        type: "Day",
        description: "The day of knowledge, of figures and events alike. Left out, the newest.",
      }),
      first: t.arg.int({ description: "Items of one page; 50 where it is left out." }),
      after: t.arg.string({ description: "The endCursor of the page before." }),
    },
    resolve: async (_, { measure, asOf, ...page }, { planner }) => {
      const slice = sliceOf("claimGaps", page);
      const asked = { ...(measure && { measure }), ...(asOf && { asOf }) };
      return connectionOf("claimGaps", slice, await planner.claimGaps(slice, asked));
    },
  }),
);
