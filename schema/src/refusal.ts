import type { Text } from "./text.ts";

/** Why an event was rejected by its contract. The codes are part of the interface; the texts are not. */
export const refusalCodes = {
  NOT_A_CLOUD_EVENT: {
    fa: "ورودی با استاندارد CloudEvents نسخهٔ ۱٫۰ مطابق نیست.",
    en: "The input is not a CloudEvent 1.0.",
  },
  UNKNOWN_ATTRIBUTE: {
    fa: "پاکت رویداد ویژگی ناشناخته‌ای دارد.",
    en: "The envelope has an unknown attribute.",
  },
  MISSING_ATTRIBUTE: {
    fa: "یک ویژگی الزامی در پاکت رویداد نیست.",
    en: "A required attribute of the envelope is missing.",
  },
  INVALID_ATTRIBUTE: {
    fa: "مقدار یکی از ویژگی‌های پاکت رویداد معتبر نیست.",
    en: "An attribute of the envelope has an invalid value.",
  },
  UNKNOWN_TYPE: { fa: "این نوع رویداد تعریف نشده است.", en: "There is no event type of this name." },
  UNKNOWN_VERSION: {
    fa: "این نسخه از نوع رویداد تعریف نشده است.",
    en: "The event type does not have this version.",
  },
  PRODUCER_NOT_ALLOWED: {
    fa: "این فرستنده اجازهٔ ثبت این نوع رویداد را ندارد.",
    en: "This producer may not record events of this type.",
  },
  INVALID_TIME: {
    fa: "زمان رویداد معتبر نیست یا خارج از تقویم سامانه است.",
    en: "The time of the event is invalid or outside the calendar.",
  },
  RECORDED_TIME_NOT_ALLOWED: {
    fa: "زمان ثبت تنها در واردکردن داده‌های گذشته پذیرفته می‌شود.",
    en: "Only a historical import may set the time of recording.",
  },
  INVALID_FIELD: {
    fa: "یکی از فیلدهای داده‌های رویداد معتبر نیست.",
    en: "A field of the event’s data is invalid.",
  },
  INCONSISTENT_FIELDS: {
    fa: "فیلدهای داده‌های رویداد با هم سازگار نیستند.",
    en: "The fields of the event’s data contradict each other.",
  },
  LOOKS_LIKE_NATIONAL_CODE: {
    fa: "متن شبیه کد ملی است. کد ملی نباید در رویداد بیاید.",
    en: "A text looks like a national code. Events must not contain national codes.",
  },
  WRONG_SUBJECT: {
    fa: "ویژگی subject با جریانی که از داده‌ها به دست می‌آید یکی نیست.",
    en: "The subject differs from the stream that the data gives.",
  },
  CORRECTS_MISSING: {
    fa: "پس‌گرفتن باید شناسهٔ رویداد پس‌گرفته‌شده را داشته باشد.",
    en: "A retraction must name the event that it retracts.",
  },
  CORRECTS_ITSELF: { fa: "رویداد نمی‌تواند خود را تصحیح کند.", en: "An event cannot correct itself." },
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusalCodes;

/** `path` is the path of the offending field, such as `data.lines[3].days`. No text repeats a rejected value. */
export type Refusal = {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly path: string;
  readonly message: string;
  readonly hint: string;
};

export const refuse = (code: RefusalCode, path: string, message: string, hint: string): Refusal => ({
  ok: false,
  code,
  path,
  message,
  hint,
});

/** Whether a message may repeat a name from outside: letters only, as digits could be a person's national code. */
export const isSafeToRepeat = (name: string): boolean => /^[A-Za-z][A-Za-z_]{0,39}\d{0,3}$/.test(name);
