import { everyCalendar, everyFrequency, type Indicator, ownDefinition } from "../../engine/indicator.ts";
import { bonuses } from "./bonuses.ts";
import { decileMoves } from "./decile-moves.ts";
import { eligibleHouseholds } from "./eligible.ts";
import { realValue } from "./real-value.ts";

const common = {
  theme: "welfare",
  calendars: ["JALALI"],
  frequencies: everyFrequency,
  codes: {},
  unit: "PERCENT",
  decimals: 1,
  definedBy: ownDefinition,
} as const;

const bonusTakeUp: Indicator = {
  ...common,
  code: "bonus_take_up",
  title: { fa: "بهره‌مندی از پاداش خرید", en: "Take-up of the bonus" },
  meaning: {
    fa: "نسبت خانوارهایی که برای ماه پاداش خرید گرفتند به خانوارهایی که دهک آن‌ها در پایان ماه مشمول طرح است.",
    en: "Households granted the bonus for the month as a percentage of the households whose decile the plan covers at the end of the month.",
  },
  notCounted: {
    fa: "خانوارهای بدون دهک و دهک‌هایی که مشمول طرح نیستند. پاداش مصرف‌نشده نیز شمرده می‌شود. پاداش طرح فصلی در ماهی شمرده می‌شود که خریدها به آستانه رسید.",
    en: "Households without a decile, and deciles that the plan does not cover. An unspent bonus counts too. The bonus of a quarterly plan counts in the month in which purchases reached the threshold.",
  },
  formula: {
    kind: "ratio",
    over: { cube: bonuses, measure: "households" },
    under: { cube: eligibleHouseholds, measure: "eligible" },
  },
  frequencies: ["MONTH"],
};

const realValueKept: Indicator = {
  ...common,
  code: "coupon_real_value_kept",
  title: { fa: "حفظ ارزش واقعی کالابرگ", en: "Coupon real value kept" },
  meaning: {
    fa: "نسبت مجموع آستانه و پاداش به قیمت امروز سبدی که با آستانه به قیمت پایه خریده می‌شد. عدد یک یعنی قدرت خرید کم نشده است. شاخص لاسپیرز است، با یک واحد از هر قلم.",
    en: "Threshold plus bonus divided by the current price of the basket that the threshold bought at base prices. 1 means that no value was lost. It is a Laspeyres index with one unit of each item.",
  },
  notCounted: {
    fa: "اقلامی که در ماه قیمت ثبت‌شده یا قیمت پایهٔ همان دوره و واحد را ندارند و کالاهای خارج از سبد. مقدار مصرف در رویدادها نیست؛ بنابراین وزن هر قلم، قیمت پایهٔ یک واحد آن است. فصل و سال، میانگین ماه‌ها با وزن قیمت است.",
    en: "Items without an observed price in the month or a base price for the plan's period and unit, and goods outside the basket. Events contain no consumed quantities, so each item has the weight of one unit. Quarters and years are price-weighted means of the months.",
  },
  unit: "RATIO",
  decimals: 2,
  formula: {
    kind: "ratio",
    over: { cube: realValue, measure: "value_kept" },
    under: { cube: realValue, measure: "price_now" },
  },
};

const mobility: Indicator = {
  ...common,
  calendars: everyCalendar,
  code: "decile_mobility_rate",
  title: { fa: "جابه‌جایی میان دهک‌ها", en: "Mobility between deciles" },
  meaning: {
    fa: "سهم دهک‌بندی‌های مجدد بازه که دهک خانوار را تغییر دادند، به تفکیک دهک پیشین.",
    en: "Share of the reassignments in the period that moved the household to another decile, by previous decile.",
  },
  notCounted: {
    fa: "نخستین دهک‌بندی هر خانوار. تغییر روش دهک‌بندی نیز جابه‌جایی شمرده می‌شود.",
    en: "The first assignment of a household. A change of the method also counts as a move.",
  },
  formula: {
    kind: "ratio",
    over: { cube: decileMoves, measure: "moved" },
    under: { cube: decileMoves, measure: "ranked" },
  },
};

const upward: Indicator = {
  ...common,
  calendars: everyCalendar,
  code: "decile_upward_mobility_rate",
  title: { fa: "جابه‌جایی به دهک بالاتر", en: "Upward mobility between deciles" },
  meaning: {
    fa: "سهم دهک‌بندی‌های مجدد بازه که خانوار را به دهک بالاتر (برخوردارتر) بردند.",
    en: "Share of the reassignments in the period that moved the household to a higher (richer) decile.",
  },
  notCounted: mobility.notCounted,
  formula: {
    kind: "ratio",
    over: { cube: decileMoves, measure: "moved_up" },
    under: { cube: decileMoves, measure: "ranked" },
  },
};

/** The coupon plan and the deciles it goes by. */
export const welfareIndicators: readonly Indicator[] = [bonusTakeUp, realValueKept, mobility, upward];
