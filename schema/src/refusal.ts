import type { Text } from "./text.ts";

/** Why an event was rejected by its contract. The codes are part of the interface; the texts are not. */
export const refusalCodes = {
  NOT_A_CLOUD_EVENT: { fa: "ورودی یک CloudEvent نسخهٔ ۱٫۰ نیست.", en: "The input is not a CloudEvent 1.0." },
  UNKNOWN_ATTRIBUTE: {
    fa: "پاکت رویداد مشخصه‌ای ناشناخته دارد.",
    en: "The envelope has an attribute that is not known.",
  },
  MISSING_ATTRIBUTE: {
    fa: "پاکت رویداد مشخصه‌ای لازم را ندارد.",
    en: "The envelope lacks an attribute that is required.",
  },
  INVALID_ATTRIBUTE: {
    fa: "مقدار یک مشخصهٔ پاکت درست نیست.",
    en: "An attribute of the envelope has a value that is not allowed.",
  },
  UNKNOWN_TYPE: { fa: "این نوع رویداد تعریف نشده است.", en: "There is no such type of event." },
  UNKNOWN_VERSION: {
    fa: "این نسخه از نوع رویداد تعریف نشده است.",
    en: "The type of event has no such version.",
  },
  EMITTER_NOT_ALLOWED: {
    fa: "این فرستنده اجازهٔ ثبت این نوع رویداد را ندارد.",
    en: "This producer may not record this type of event.",
  },
  INVALID_TIME: {
    fa: "زمان رویداد درست نیست یا بیرون از تقویم سامانه است.",
    en: "The time of the event is not valid, or outside the calendar.",
  },
  RECORDED_TIME_NOT_ALLOWED: {
    fa: "تنها واردکردن تاریخی می‌تواند زمان ثبت را بیاورد.",
    en: "Only a historical import may bring the time of recording.",
  },
  INVALID_FIELD: { fa: "یکی از داده‌های رویداد درست نیست.", en: "A field of the event’s data is not valid." },
  INCONSISTENT_FIELDS: {
    fa: "داده‌های رویداد با هم سازگار نیستند.",
    en: "The fields of the event’s data contradict each other.",
  },
  LOOKS_LIKE_NATIONAL_CODE: {
    fa: "متن، کد ملی یک شخص به نظر می‌رسد؛ کد ملی هرگز وارد رویداد نمی‌شود.",
    en: "A text looks like the national code of a person, which never enters an event.",
  },
  WRONG_SUBJECT: {
    fa: "موضوع پاکت با جریان رویداد یکی نیست.",
    en: "The subject is not the stream that the data names.",
  },
  CORRECTS_MISSING: {
    fa: "پس‌گرفتن باید رویدادی را که پس می‌گیرد نام ببرد.",
    en: "A retraction must name the event that it withdraws.",
  },
  CORRECTS_ITSELF: { fa: "رویداد نمی‌تواند خود را تصحیح کند.", en: "An event cannot correct itself." },
} as const satisfies Record<string, Text>;

export type RefusalCode = keyof typeof refusalCodes;

/** `path` leads to the culprit, `data.lines[3].days`; nothing here ever repeats a value that was refused. */
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

/** A name from outside that may be repeated: a word of letters. Digits alone could be a person's code. */
export const isSayable = (name: string): boolean => /^[A-Za-z][A-Za-z_]{0,39}\d{0,3}$/.test(name);
