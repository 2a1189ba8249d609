import type { Text } from "@karnameh/schema/text";

/** The subjects by which pages and docs group indicators, in no particular order. */
export const themes = {
  training: { fa: "آموزش فنی و حرفه‌ای", en: "Training" },
  certification: { fa: "سنجش مهارت و گواهینامه", en: "Certification" },
  placement: { fa: "کاریابی و اشتغال", en: "Placement" },
  workforce: { fa: "نیروی کار", en: "Workforce" },
  insurance: { fa: "بیمهٔ اجتماعی", en: "Social insurance" },
  licensing: { fa: "مجوزهای کسب‌وکار", en: "Business licences" },
  welfare: { fa: "کالابرگ الکترونیکی", en: "Welfare coupons" },
  relations: { fa: "گفت‌وگوی اجتماعی", en: "Social dialogue" },
  network: { fa: "شبکهٔ روابط سه‌جانبه", en: "Tripartite network" },
  diplomacy: { fa: "دیپلماسی مهارت", en: "Skills diplomacy" },
  reported: { fa: "آمارهای منتشرشده", en: "Published statistics" },
} as const satisfies Readonly<Record<string, Text>>;

export type Theme = keyof typeof themes;
