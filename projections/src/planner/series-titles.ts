import type { Text } from "@karnameh/schema/text";

/** The title of an official series, by its provider's code. */
export type SeriesTitle = {
  readonly code: string;
  readonly title: Text;
  readonly unit: string;
  readonly ilo?: string;
  readonly sdg?: string;
};

const series = (code: string, fa: string, en: string, unit: string): SeriesTitle => ({
  code,
  title: { fa, en },
  unit,
});

/**
 * Official series known by name before anyone imports them, so that a query for one returns
 * "no data" and not "unknown". Codes: ILOSTAT and World Bank (World Development Indicators).
 */
export const seriesTitles: readonly SeriesTitle[] = [
  series("ILR_TUMT_NOC_RT_A", "نرخ عضویت در اتحادیه‌های کارگری", "Trade union density", "PERCENT"),
  series("ILR_CBCT_NOC_RT_A", "پوشش پیمان‌های دسته‌جمعی", "Collective bargaining coverage", "PERCENT"),
  series("STR_TSTR_ECO_NB_A", "تعداد اعتصاب و تعطیلی کارگاه", "Strikes and lockouts", "UNITS"),
  series(
    "STR_DAYS_ECO_NB_A",
    "روزهای کارنشده در اعتصاب و تعطیلی کارگاه",
    "Days not worked due to strikes and lockouts",
    "DAYS",
  ),
  series(
    "STR_WORK_ECO_NB_A",
    "کارگران درگیر در اعتصاب و تعطیلی کارگاه",
    "Workers involved in strikes and lockouts",
    "THOUSAND_PERSONS",
  ),
  series(
    "SDG_0852_SEX_AGE_RT_A",
    "نرخ بیکاری (شاخص ۸٫۵٫۲ اهداف توسعهٔ پایدار)",
    "Unemployment rate (SDG 8.5.2)",
    "PERCENT",
  ),
  series(
    "EMP_2EMP_SEX_STE_NB_A",
    "شاغلان به تفکیک وضع شغلی (برآورد مدل)",
    "Employment by status (modelled)",
    "THOUSAND_PERSONS",
  ),
  series(
    "EMP_TEMP_SEX_INS_NB_A",
    "شاغلان به تفکیک بخش نهادی",
    "Employment by institutional sector",
    "THOUSAND_PERSONS",
  ),
  series("LAP_2GDP_NOC_RT_A", "سهم نیروی کار از درآمد", "Labour income share", "PERCENT"),
  series("EAP_2EAP_SEX_AGE_NB_A", "جمعیت فعال (برآورد مدل)", "Labour force (modelled)", "THOUSAND_PERSONS"),
  series(
    "SL.UEM.TOTL.ZS",
    "نرخ بیکاری (برآورد مدل سازمان بین‌المللی کار)",
    "Unemployment rate (modelled ILO estimate)",
    "PERCENT",
  ),
  series("SL.UEM.TOTL.NE.ZS", "نرخ بیکاری (برآورد ملی)", "Unemployment rate (national estimate)", "PERCENT"),
  series(
    "FP.CPI.TOTL.ZG",
    "نرخ تورم سالانه (شاخص قیمت مصرف‌کننده)",
    "Consumer price inflation, annual",
    "PERCENT",
  ),
  series("SP.POP.TOTL", "جمعیت", "Population", "PERSONS"),
  series("NY.GDP.MKTP.KD", "تولید ناخالص داخلی به قیمت ثابت", "GDP at constant prices", "USD"),
];

/** The title of a series; its code where it has none here. */
export const seriesTitle = (code: string): SeriesTitle =>
  seriesTitles.find((entry) => entry.code === code) ?? {
    code,
    title: { fa: code, en: code },
    unit: "NUMBER",
  };
