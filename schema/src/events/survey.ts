import { CL_ISIC4_DIVISION } from "../codelists/activity.ts";
import { CL_AREA } from "../codelists/area.ts";
import { CL_STATUS_EMP } from "../codelists/employment.ts";
import { CL_LABOUR_STATUS } from "../codelists/labour-market.ts";
import { CL_ISCO08_SUB_MAJOR } from "../codelists/occupation.ts";
import { CL_ISCED, CL_SEX } from "../codelists/person.ts";
import { defineEvent } from "../contract.ts";
import { code, count, day, flag, hours, measured, slug, text } from "../field.ts";

export const SurveyWaveFielded = defineEvent({
  type: "SurveyWaveFielded",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "نوبت آمارگیری اجرا شد", en: "Survey wave fielded" },
  meaning: {
    fa: "یک نوبت آمارگیری نیروی کار در یک استان اجرا شد، با تعداد خانوارهای نمونه و خانوارهای پاسخگو. آمارگیری‌ای که تعریف‌های آن عوض می‌شود، مانند گذر از سیزدهمین به نوزدهمین کنفرانس بین‌المللی آمارشناسان کار، شناسهٔ دیگری می‌گیرد.",
    en: "A wave of a labour force survey was carried out in a province, with the number of sampled and responding households. A survey that changes its definitions, such as from the 13th to the 19th International Conference of Labour Statisticians, takes another `surveyId`.",
  },
  effectiveOn: { fa: "آخرین روز آمارگیری", en: "The last day of the fieldwork" },
  producers: ["agency"],
  stream: { category: "survey", key: "surveyId" },
  data: {
    surveyId: slug("survey"),
    wave: slug("wave"),
    area: code(CL_AREA),
    referenceFrom: day(),
    referenceTo: day(),
    sampled: count("households"),
    responded: count("households"),
  },
  check: ({ referenceFrom, referenceTo, sampled, responded }) => {
    if (referenceFrom > referenceTo) return "referenceFrom must not be after referenceTo";
    return responded > sampled ? "responded must not be more than sampled" : undefined;
  },
});

export const LabourStatusObserved = defineEvent({
  type: "LabourStatusObserved",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "وضع فعالیت ثبت شد", en: "Labour status observed" },
  meaning: {
    fa: "آمارگیری وضع فعالیت یک نفر را در هفتهٔ مرجع ثبت کرد. وزن یعنی آن نفر نمایندهٔ چند نفر از جامعه است.",
    en: "A survey observed the labour force status of one person in the reference week. The weight is the number of persons they represent.",
  },
  effectiveOn: { fa: "آخرین روز هفتهٔ مرجع", en: "The last day of the reference week" },
  producers: ["agency"],
  stream: { category: "survey", key: "surveyId" },
  data: {
    surveyId: slug("survey"),
    wave: slug("wave"),
    unitId: slug("sampled unit"),
    sex: code(CL_SEX),
    age: count("years", 120),
    area: code(CL_AREA),
    status: code(CL_LABOUR_STATUS),
    education: code(CL_ISCED).optional(),
    isco08: code(CL_ISCO08_SUB_MAJOR).optional(),
    isic4: code(CL_ISIC4_DIVISION).optional(),
    statusEmp: code(CL_STATUS_EMP).optional(),
    hoursActual: hours(168).optional(),
    wantsMoreHours: flag(),
    isAvailableForMore: flag(),
    isInEducation: flag(),
    isInformal: flag().optional(),
    weight: measured("persons"),
  },
  check: ({ status, hoursActual, weight }) => {
    if (weight <= 0) return "weight must be more than 0";
    if (status !== "EMPLOYED" && hoursActual !== undefined)
      return "give hoursActual only for employed persons";
    return undefined;
  },
});

export const SurveyWeightsCalibrated = defineEvent({
  type: "SurveyWeightsCalibrated",
  repeats: true,
  version: 1,
  context: "workforce",
  title: { fa: "وزن‌های آمارگیری تعدیل شد", en: "Survey weights calibrated" },
  meaning: {
    fa: "وزن‌های یک نوبت آمارگیری با جمعیتی معلوم تعدیل شد، با روش و مبنای آن.",
    en: "The weights of a survey wave were calibrated to a known population, with the method and the benchmark.",
  },
  effectiveOn: { fa: "روز تنظیم", en: "The day of the calibration" },
  producers: ["agency"],
  stream: { category: "survey", key: "surveyId" },
  data: {
    surveyId: slug("survey"),
    wave: slug("wave"),
    benchmark: text(),
    population: count("persons"),
    method: text(),
  },
});
