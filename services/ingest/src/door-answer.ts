import type { Text } from "@karnameh/schema/text";

/** Why the door took nothing of a request. A single bad event is a refusal in the answer, with its own code. */
export const doorErrors = {
  NOT_AUTHORISED: { fa: "نشان دسترسی نیست یا درست نیست.", en: "The bearer token is missing or wrong." },
  METHOD_NOT_ALLOWED: { fa: "تنها POST پذیرفته است.", en: "Events are sent with POST." },
  REQUEST_TOO_LARGE: {
    fa: "بدنهٔ درخواست از اندازه بزرگ‌تر است.",
    en: "The body is larger than the door takes.",
  },
  TOO_MANY_EVENTS: {
    fa: "شمار رویدادهای درخواست بیش از اندازه است.",
    en: "The request holds more events than the door takes at once.",
  },
  UNKNOWN_MEDIA_TYPE: {
    fa: "نوع محتوا رویداد، دسته‌ای از رویدادها یا NDJSON نیست.",
    en: "The content is neither a CloudEvent, nor a batch of them, nor NDJSON, or it is compressed.",
  },
  BODY_NOT_JSON: {
    fa: "بدنهٔ درخواست JSON نیست.",
    en: "The body is not JSON in UTF-8, or a batch is no array.",
  },
  DOOR_BUSY: {
    fa: "در پر است؛ کمی بعد دوباره بفرستید.",
    en: "Too many requests are under way; send it again.",
  },
  LOG_UNAVAILABLE: {
    fa: "دفتر رویداد اکنون نوشتنی نیست؛ همان درخواست را دوباره بفرستید.",
    en: "The log takes nothing now. Send the same request again: what it did take is a duplicate then.",
  },
} as const satisfies Record<string, Text>;

export type DoorErrorCode = keyof typeof doorErrors;

const STATUS: Readonly<Record<DoorErrorCode, number>> = {
  NOT_AUTHORISED: 401,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_LARGE: 413,
  TOO_MANY_EVENTS: 413,
  UNKNOWN_MEDIA_TYPE: 415,
  BODY_NOT_JSON: 400,
  DOOR_BUSY: 503,
  LOG_UNAVAILABLE: 503,
};

const HEADERS: Readonly<Partial<Record<DoorErrorCode, Readonly<Record<string, string>>>>> = {
  NOT_AUTHORISED: { "www-authenticate": 'Bearer realm="karnameh"' },
  METHOD_NOT_ALLOWED: { allow: "POST" },
  DOOR_BUSY: { "retry-after": "1" },
  LOG_UNAVAILABLE: { "retry-after": "5" },
};

/** Ends a request before anything of it was recorded. */
export class DoorError extends Error {
  readonly code: DoorErrorCode;
  constructor(code: DoorErrorCode, cause?: unknown) {
    super(doorErrors[code].en, cause === undefined ? undefined : { cause });
    this.name = "DoorError";
    this.code = code;
  }
}

/** The answer to a request of which nothing was taken. */
export const refuseRequest = (code: DoorErrorCode): Response =>
  Response.json(
    { code, message: doorErrors[code].en },
    { status: STATUS[code], headers: { ...HEADERS[code] } },
  );
