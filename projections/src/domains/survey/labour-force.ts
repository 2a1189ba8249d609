import { defineCube } from "../../engine/define-cube.ts";
import { ofThings, ofWeights } from "../../measures.ts";

const persons = (fa: string, en: string) => ofWeights({ fa: `${fa} (وزنی)`, en: `${en}, weighted` });
const sampled = (fa: string, en: string) => ofThings({ fa: `${fa} در نمونه`, en: `${en} in the sample` });

/**
 * What a labour force survey observed, weighted. An observation is a subject of its own, with its weight as given; a
 * calibrated wave is another, which adds what the calibration changed for all its persons. Their number in the sample
 * is kept next to each denominator, because it determines the reliability of a rate.
 */
export const labourForce = defineCube({
  name: "labour_force",
  title: { fa: "آمارگیری نیروی کار", en: "Labour force survey" },
  subject: "person observed in a wave of a survey, and calibrated wave",
  reads: {
    labour_status_observed: { subject: "hash(survey_id, wave, unit_id)" },
    survey_weights_calibrated: { subject: "hash(survey_id, wave)" },
    observed_in_wave: {
      table: "labour_status_observed",
      subject: "hash(survey_id, wave)",
      lookup: "BY_VERSION",
    },
  },
  dimensions: ["province", "sex", "age", "education", "industry", "survey"],
  // One survey may count by the 13th ICLS and another by the 19th.
  nonAdditive: ["survey"],
  measures: {
    working_age: persons("جمعیت ۱۵ ساله و بیشتر", "Persons aged 15 and over"),
    working_age_n: sampled("افراد ۱۵ ساله و بیشتر", "Persons aged 15 and over"),
    labour_force: persons("جمعیت فعال", "Labour force"),
    labour_force_n: sampled("جمعیت فعال", "Labour force"),
    employed: persons("شاغلان", "Employed"),
    employed_n: sampled("شاغلان", "Employed"),
    unemployed: persons("بیکاران", "Unemployed"),
    underemployed: persons("دارای اشتغال ناقص زمانی", "Time-related underemployed"),
    youth: persons("جوانان ۱۵ تا ۲۴ ساله", "Persons aged 15 to 24"),
    youth_n: sampled("جوانان ۱۵ تا ۲۴ ساله", "Persons aged 15 to 24"),
    neet: persons("جوانان خارج از اشتغال، تحصیل و مهارت‌آموزی", "Youth in neither work nor education"),
    formality_known: persons("شاغلان دارای وضعیت رسمی یا غیررسمی معلوم", "Employed whose formality is known"),
    formality_known_n: sampled(
      "شاغلان دارای وضعیت رسمی یا غیررسمی معلوم",
      "Employed whose formality is known",
    ),
    informal: persons("شاغلان غیررسمی", "Informally employed"),
  },
  rule: new URL("./labour-force.sql", import.meta.url),
});
