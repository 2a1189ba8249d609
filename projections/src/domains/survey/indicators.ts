import type { Text } from "@karnameh/schema/text";
import { everyCalendar, everyFrequency, type Formula, type Indicator } from "../../engine/indicator.ts";
import { labourForce } from "./labour-force.ts";

const common = {
  theme: "workforce",
  unit: "PERCENT",
  decimals: 1,
  calendars: everyCalendar,
  frequencies: everyFrequency,
} as const;

/** A share of weighted persons, with the number of observations that its denominator rests on. */
const share = (over: string, under: string): Formula => ({
  kind: "ratio",
  over: { cube: labourForce, measure: over },
  under: { cube: labourForce, measure: under },
  sample: { cube: labourForce, measure: `${under}_n` },
});

const notCounted = (fa: string, en: string): Text => ({
  fa: `${fa} عددی که مخرج آن کمتر از ۳۰ مشاهده دارد وضعیت «کم‌اعتبار» می‌گیرد. خطای نمونه‌گیری برآورد نشده است. نتایج دو آمارگیری با هم جمع نمی‌شوند: اگر بازه‌ها بیش از یک آمارگیری دارند، یکی را انتخاب کنید یا نتایج را به تفکیک آمارگیری بخواهید.`,
  en: `${en} A value whose denominator has fewer than 30 observations has the status U, low reliability. Sampling errors are not estimated. Results of two surveys are never added: if the periods contain more than one survey, select one or break down by survey.`,
});

const thirteenth: Text = {
  fa: "سیزدهمین کنفرانس بین‌المللی آمارشناسان کار (۱۹۸۲)؛ با آخرین وزن‌های تعدیل‌شدهٔ هر نوبت",
  en: "Thirteenth International Conference of Labour Statisticians (1982); with the latest calibrated weights of each wave",
};

const participation: Indicator = {
  ...common,
  code: "labour_force_participation_rate",
  title: { fa: "نرخ مشارکت اقتصادی", en: "Labour force participation rate" },
  meaning: {
    fa: "نسبت شاغلان و بیکاران ۱۵ ساله و بیشتر به جمعیت ۱۵ ساله و بیشتر، با وزن‌های آمارگیری.",
    en: "Employed and unemployed persons aged 15 and over as a percentage of the population of that age, with survey weights.",
  },
  notCounted: notCounted("کودکان زیر ۱۵ سال.", "Persons under 15."),
  definedBy: thirteenth,
  codes: { ilo: "EAP_DWAP_SEX_AGE_RT" },
  formula: share("labour_force", "working_age"),
};

const employmentRatio: Indicator = {
  ...common,
  code: "employment_to_population_ratio",
  title: { fa: "نسبت اشتغال", en: "Employment-to-population ratio" },
  meaning: {
    fa: "نسبت شاغلان ۱۵ ساله و بیشتر به جمعیت ۱۵ ساله و بیشتر، با وزن‌های آمارگیری.",
    en: "Employed persons aged 15 and over as a percentage of the population of that age, with survey weights.",
  },
  notCounted: notCounted("کودکان زیر ۱۵ سال.", "Persons under 15."),
  definedBy: thirteenth,
  codes: { ilo: "EMP_DWAP_SEX_AGE_RT" },
  formula: share("employed", "working_age"),
};

const unemployment: Indicator = {
  ...common,
  code: "unemployment_rate",
  title: { fa: "نرخ بیکاری", en: "Unemployment rate" },
  meaning: {
    fa: "نسبت بیکاران به جمعیت فعال ۱۵ ساله و بیشتر (شاغلان و بیکاران)، با وزن‌های آمارگیری.",
    en: "Unemployed persons as a percentage of the labour force aged 15 and over (employed and unemployed), with survey weights.",
  },
  notCounted: notCounted(
    "کسانی که در جست‌وجوی کار یا آمادهٔ کار نبودند: آنان خارج از نیروی کارند.",
    "Persons who did not look for work or were not available for it: they are outside the labour force.",
  ),
  definedBy: thirteenth,
  codes: { ilo: "UNE_DEAP_SEX_AGE_RT", sdg: "8.5.2" },
  formula: share("unemployed", "labour_force"),
};

const underemployment: Indicator = {
  ...common,
  code: "time_related_underemployment_rate",
  title: { fa: "سهم اشتغال ناقص زمانی", en: "Time-related underemployment rate" },
  meaning: {
    fa: "سهم شاغلانی که در هفتهٔ مرجع کمتر از ۴۴ ساعت کار کردند و خواهان و آمادهٔ کار بیشتر بودند، از همهٔ شاغلان، با وزن‌های آمارگیری.",
    en: "Share of the employed who worked fewer than 44 hours in the reference week, wanted to work more and were available for it, with survey weights.",
  },
  notCounted: notCounted(
    "شاغلانی که ساعت کار آنان ثبت نشده است: آنان دارای اشتغال ناقص شمرده نمی‌شوند و در مخرج می‌مانند.",
    "Employed persons without stated hours: they do not count as underemployed and stay in the denominator.",
  ),
  definedBy: {
    fa: "شانزدهمین کنفرانس بین‌المللی آمارشناسان کار (۱۹۹۸)، با آستانهٔ ۴۴ ساعت",
    en: "Sixteenth International Conference of Labour Statisticians (1998), with a threshold of 44 hours",
  },
  codes: {},
  formula: share("underemployed", "employed"),
};

const neet: Indicator = {
  ...common,
  code: "youth_neet_rate",
  title: {
    fa: "جوانان خارج از اشتغال، تحصیل و مهارت‌آموزی",
    en: "Youth not in employment, education or training",
  },
  meaning: {
    fa: "سهم جوانان ۱۵ تا ۲۴ ساله‌ای که نه شاغل بودند و نه در حال تحصیل یا مهارت‌آموزی، از همهٔ جوانان این سن، با وزن‌های آمارگیری.",
    en: "Share of the persons aged 15 to 24 who were neither employed nor in education or training, with survey weights.",
  },
  notCounted: notCounted(
    "یادگیری غیررسمی خارج از دوره، آموزش شمرده نمی‌شود.",
    "Informal learning does not count as education.",
  ),
  definedBy: { fa: "فرادادهٔ شاخص ۸٫۶٫۱ اهداف توسعهٔ پایدار", en: "Metadata of SDG indicator 8.6.1" },
  codes: { ilo: "EIP_NEET_SEX_AGE_RT", sdg: "8.6.1" },
  formula: share("neet", "youth"),
};

const informality: Indicator = {
  ...common,
  code: "informal_employment_rate",
  title: { fa: "سهم اشتغال غیررسمی", en: "Informal employment rate" },
  meaning: {
    fa: "سهم شاغلان غیررسمی از شاغلانی که رسمی یا غیررسمی‌بودن شغل اصلی آنان معلوم است، با وزن‌های آمارگیری.",
    en: "Informally employed persons as a percentage of the employed whose main job is known to be formal or informal, with survey weights.",
  },
  notCounted: notCounted(
    "شاغلانی که رسمی یا غیررسمی‌بودن شغل آنان معلوم نیست.",
    "Employed persons whose job is not known to be formal or informal.",
  ),
  definedBy: { fa: "شاخص ۸٫۳٫۱ اهداف توسعهٔ پایدار", en: "SDG indicator 8.3.1" },
  codes: { ilo: "EMP_NIFL_SEX_AGE_RT", sdg: "8.3.1" },
  formula: share("informal", "formality_known"),
};

export const surveyIndicators: readonly Indicator[] = [
  participation,
  employmentRatio,
  unemployment,
  underemployment,
  neet,
  informality,
];
