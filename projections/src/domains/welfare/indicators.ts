import { everyCalendar, everyFrequency, type Indicator } from "../../engine/indicator.ts";
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
  definedBy: {
    fa: "تعریف این سامانه؛ برای آن استاندارد بین‌المللی یافت نشد.",
    en: "Defined by this system; no international standard was found for it.",
  },
} as const;

const bonusTakeUp: Indicator = {
  ...common,
  code: "bonus_take_up",
  title: { fa: "بهره‌مندی از پاداش خرید", en: "Take-up of the bonus" },
  meaning: {
    fa: "خانوارهایی که برای ماه پاداش خرید گرفتند، نسبت به خانوارهایی که در پایان ماه دهک آن‌ها مشمول طرح است.",
    en: "Households granted the bonus for the month over the households whose decile the plan covers at its end.",
  },
  notCounted: {
    fa: "خانوارهای بی دهک و دهک‌هایی که طرح در بر نمی‌گیرد. پاداشی که داده شد و خرج نشد هم شمرده می‌شود. پاداش طرحی که دورهٔ فصلی دارد در ماهی شمرده می‌شود که خریدها در آن به آستانه رسید.",
    en: "Households without a decile, and deciles that the plan does not cover. A bonus that was granted and not spent counts too. The bonus of a plan by the quarter is counted in the month in which purchases reached the threshold.",
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
  title: { fa: "ارزش واقعی نگه‌داشته", en: "Real value kept" },
  meaning: {
    fa: "(آستانه + پاداش) نسبت به بهای امروزِ همان سبدی که با آستانه به قیمت پایه خریده می‌شد؛ یک یعنی قدرت خرید کم نشده است. شاخص لاسپیرز، از هر قلم یک واحد.",
    en: "(Threshold + bonus) over what the basket costs now that the threshold bought at base prices; 1 means that no value was lost. A Laspeyres index with one unit of each item.",
  },
  notCounted: {
    fa: "اقلامی که در ماه قیمت مشاهده‌شده یا قیمت پایهٔ همان دوره و واحد ندارند، و کالاهای بیرون از سبد. مقدارهای مصرف در رویدادها نیست، پس وزن هر قلم بهای پایهٔ یک واحد آن است. سال و فصل میانگین ماه‌ها به وزن بهاست.",
    en: "Items without a price observed in the month or without a base price of the plan's period and the same unit, and goods outside the basket. The events state no quantities consumed, so an item weighs as one unit of it. Quarters and years are means of the months weighted by price.",
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
    fa: "سهم رتبه‌بندی‌های دوبارهٔ بازه که خانوار را به دهکی دیگر بردند؛ به تفکیک دهکی که از آن می‌آید.",
    en: "Share of the rankings anew in the period that moved the household to another decile; by the decile from which it comes.",
  },
  notCounted: {
    fa: "نخستین رتبه‌بندی هر خانوار. تغییر روش دهک‌بندی هم جابه‌جایی به نظر می‌آید.",
    en: "The first ranking of a household. A change of the method looks like a move too.",
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
    fa: "سهم رتبه‌بندی‌های دوبارهٔ بازه که خانوار را به دهکی بالاتر، یعنی برخوردارتر، بردند.",
    en: "Share of the rankings anew in the period that moved the household to a higher, that is richer, decile.",
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
