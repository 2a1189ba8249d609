import { defineCodelist, rows } from "../codelist.ts";

const source = "Karnameh";

export const CL_LICENCE_KIND = defineCodelist({
  id: "CL_LICENCE_KIND",
  title: { fa: "نوع درخواست مجوز", en: "Kind of licence application" },
  source,
  codes: rows([
    ["NEW", "صدور", "New licence"],
    ["RENEWAL", "تمدید", "Renewal"],
    ["ADD_FIELD", "افزودن رشته", "Added field"],
    ["RELOCATE", "تغییر محل", "Relocation"],
    ["TRANSFER", "انتقال", "Transfer"],
  ]),
});

export const CL_LICENCE_REASON = defineCodelist({
  id: "CL_LICENCE_REASON",
  title: { fa: "علت تغییر وضعیت مجوز", en: "Reason for a licence change" },
  source,
  codes: rows([
    ["VIOLATION", "تخلف", "Violation"],
    ["TRADED", "خرید و فروش مجوز", "Licence traded"],
    ["INELIGIBLE", "فقدان شرایط", "Not eligible"],
    ["REMEDIED", "رفع تخلف", "Violation remedied"],
    ["OWN_REQUEST", "درخواست دارنده", "Holder’s request"],
    ["CLOSED", "تعطیلی آموزشگاه", "School closed"],
    ["TERM", "پایان اعتبار", "End of validity"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_INSPECTION_RESULT = defineCodelist({
  id: "CL_INSPECTION_RESULT",
  title: { fa: "نتیجهٔ بازرسی", en: "Result of an inspection" },
  source,
  codes: rows([
    ["COMPLIANT", "مطابق ضوابط", "Compliant"],
    ["DEFECTS", "دارای نقص قابل رفع", "Defects to remedy"],
    ["NON_COMPLIANT", "مغایر ضوابط", "Not compliant"],
    ["NOT_FOUND", "در نشانی یافت نشد", "Not found at the address"],
  ]),
});

export const CL_COUNT_FROM = defineCodelist({
  id: "CL_COUNT_FROM",
  title: { fa: "آغاز محاسبهٔ مهلت", en: "Start of the deadline" },
  source,
  codes: rows([
    ["NEXT_WORKING_DAY", "نخستین روز کاری پس از ثبت", "The first working day after filing"],
    ["FILING_DAY", "همان روز ثبت", "The day of filing"],
  ]),
});

export const CL_RETURN_EFFECT = defineCodelist({
  id: "CL_RETURN_EFFECT",
  title: { fa: "اثر بازگرداندن درخواست بر مهلت", en: "Effect of a return on the deadline" },
  source,
  codes: rows([
    ["RESTART", "مهلت با ارسال دوباره از ابتدا آغاز می‌شود", "A resubmission restarts the deadline"],
    ["RESUME", "مهلت با ارسال دوباره ادامه می‌یابد", "A resubmission resumes the deadline"],
  ]),
});

export const CL_HOLIDAY_KIND = defineCodelist({
  id: "CL_HOLIDAY_KIND",
  title: { fa: "نوع تعطیلی رسمی", en: "Kind of public holiday" },
  source,
  codes: rows([
    ["SOLAR", "مناسبت شمسی (ثابت)", "Solar (fixed)"],
    ["LUNAR", "مناسبت قمری (وابسته به رؤیت ماه)", "Lunar (by sighting of the moon)"],
  ]),
});

export const CL_CLOSURE_REASON = defineCodelist({
  id: "CL_CLOSURE_REASON",
  title: { fa: "علت تعطیلی موردی", en: "Reason for a closure" },
  source,
  codes: rows([
    ["HEAT", "گرما", "Heat"],
    ["COLD", "سرما و برف", "Cold and snow"],
    ["POLLUTION", "آلودگی هوا", "Air pollution"],
    ["ENERGY", "کمبود انرژی", "Energy shortage"],
    ["EPIDEMIC", "همه‌گیری", "Epidemic"],
    ["MOURNING", "عزای عمومی", "Public mourning"],
    ["DISASTER", "سیل، زلزله و سوانح دیگر", "Flood, earthquake and other disasters"],
    ["OTHER", "سایر", "Other"],
  ]),
});

export const CL_WEEKEND_SCOPE = defineCodelist({
  id: "CL_WEEKEND_SCOPE",
  title: { fa: "دامنهٔ تعطیلی هفتگی", en: "Scope of a weekend rule" },
  source,
  codes: rows([
    ["ALL", "همه", "All"],
    ["EXECUTIVE_BODIES", "دستگاه‌های اجرایی", "Executive bodies"],
    ["LABOUR_LAW", "کارگاه‌های مشمول قانون کار", "Establishments under the labour law"],
  ]),
});

export const CL_LICENCE_DECISION = defineCodelist({
  id: "CL_LICENCE_DECISION",
  title: { fa: "تصمیم دربارهٔ درخواست", en: "Decision on an application" },
  source,
  codes: rows([
    ["GRANTED", "موافقت", "Granted"],
    ["REFUSED", "رد", "Refused"],
    ["AUTOMATIC", "صدور خودکار", "Issued automatically"],
  ]),
});
