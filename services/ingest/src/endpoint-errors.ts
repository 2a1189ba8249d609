import type { Text } from "@karnameh/schema/text";

/** Why the ingest endpoint rejected a whole request. A single bad event is a refusal with a code of its own. */
export const endpointErrors = {
  NOT_AUTHORISED: { fa: "نشان دسترسی نیست یا درست نیست.", en: "The bearer token is missing or wrong." },
  METHOD_NOT_ALLOWED: { fa: "تنها POST پذیرفته است.", en: "Events are sent with POST." },
  REQUEST_TOO_LARGE: {
    fa: "بدنهٔ درخواست از اندازهٔ مجاز بزرگ‌تر است.",
    en: "The body is larger than the limit MAX_REQUEST_BYTES.",
  },
  TOO_MANY_EVENTS: {
    fa: "شمار رویدادهای درخواست بیش از اندازهٔ مجاز است.",
    en: "The request holds more events than the limit MAX_REQUEST_EVENTS.",
  },
  UNKNOWN_MEDIA_TYPE: {
    fa: "نوع محتوا رویداد، دسته‌ای از رویدادها یا NDJSON نیست، یا محتوا فشرده است.",
    en: "The content is neither a CloudEvent, nor a batch of them, nor NDJSON, or it is compressed.",
  },
  BODY_NOT_JSON: {
    fa: "بدنهٔ درخواست JSON نیست، یا دسته آرایه نیست.",
    en: "The body is not JSON in UTF-8, or a batch is not an array.",
  },
  BODY_DUPLICATE_KEY: {
    fa: "یک کلید در یک شیء از بدنهٔ درخواست دو بار آمده است.",
    en: "An object of the body has one key twice.",
  },
  BODY_NUMBER_TOO_LONG: {
    fa: "عددی در بدنهٔ درخواست رقم‌هایی بیش از آن دارد که نگه‌داشتنی است.",
    en: "A number of the body has more digits than can be kept.",
  },
  TOO_MANY_REQUESTS: {
    fa: "شمار درخواست‌های هم‌زمان بیش از اندازهٔ مجاز است؛ پس از زمان Retry-After دوباره بفرستید.",
    en: "Too many requests are in progress. Send it again after the time in Retry-After.",
  },
  LOG_UNAVAILABLE: {
    fa: "دفتر رویداد اکنون نوشتنی نیست؛ همان درخواست را دوباره بفرستید.",
    en: "The event log cannot be written now. Send the same request again: events that it did record count as duplicates.",
  },
} as const satisfies Record<string, Text>;

export type EndpointErrorCode = keyof typeof endpointErrors;

const STATUS: Readonly<Record<EndpointErrorCode, number>> = {
  NOT_AUTHORISED: 401,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_LARGE: 413,
  TOO_MANY_EVENTS: 413,
  UNKNOWN_MEDIA_TYPE: 415,
  BODY_NOT_JSON: 400,
  BODY_DUPLICATE_KEY: 400,
  BODY_NUMBER_TOO_LONG: 400,
  TOO_MANY_REQUESTS: 429,
  LOG_UNAVAILABLE: 503,
};

const HEADERS: Readonly<Partial<Record<EndpointErrorCode, Readonly<Record<string, string>>>>> = {
  NOT_AUTHORISED: { "www-authenticate": 'Bearer realm="karnameh"' },
  METHOD_NOT_ALLOWED: { allow: "POST" },
  TOO_MANY_REQUESTS: { "retry-after": "1" },
  LOG_UNAVAILABLE: { "retry-after": "5" },
};

/** Ends a request before any of it was recorded. */
export class EndpointError extends Error {
  readonly code: EndpointErrorCode;
  constructor(code: EndpointErrorCode, cause?: unknown) {
    super(endpointErrors[code].en, cause === undefined ? undefined : { cause });
    this.name = "EndpointError";
    this.code = code;
  }
}

/** The response to a request of which nothing was recorded. */
export const rejectRequest = (code: EndpointErrorCode): Response =>
  Response.json(
    { code, message: endpointErrors[code].en },
    { status: STATUS[code], headers: { ...HEADERS[code] } },
  );
