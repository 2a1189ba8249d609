import { defineCodelist, rows } from "../codelist.ts";

export const CL_CHANNEL = defineCodelist({
  id: "CL_CHANNEL",
  title: { fa: "شیوهٔ استخدام", en: "Channel of hire" },
  source: "Karnameh",
  codes: rows([
    ["TVTO", "سازمان آموزش فنی و حرفه‌ای کشور", "Technical and Vocational Training Organization"],
    ["AGENCY", "کاریابی", "Employment agency"],
    ["DIRECT", "مستقیم", "Direct"],
  ]),
});

export const CL_SECTOR = defineCodelist({
  id: "CL_SECTOR",
  title: { fa: "بخش مالکیت", en: "Ownership sector" },
  source: "Karnameh",
  codes: rows([
    ["PUBLIC", "عمومی", "Public"],
    ["PRIVATE", "خصوصی", "Private"],
    ["COOP", "تعاونی", "Cooperative"],
  ]),
});

export const CL_STATUS_EMP = defineCodelist({
  id: "CL_STATUS_EMP",
  title: { fa: "وضع شغلی", en: "Status in employment" },
  source: "ICSE-93, International Labour Office",
  codes: rows([
    ["1", "مزد و حقوق‌بگیر", "Employees"],
    ["2", "کارفرما", "Employers"],
    ["3", "کارکن مستقل", "Own-account workers"],
    ["4", "عضو تعاونی تولیدکنندگان", "Members of producers’ cooperatives"],
    ["5", "کارکن فامیلی بدون مزد", "Contributing family workers"],
  ]),
});

export const CL_CONTRACT = defineCodelist({
  id: "CL_CONTRACT",
  title: { fa: "نوع قرارداد", en: "Kind of contract" },
  source: "Karnameh",
  codes: rows([
    ["PERMANENT", "دائم", "Permanent"],
    ["FIXED", "مدت معین", "Fixed term"],
    ["DAILY", "روزمزد", "Daily"],
  ]),
});

export const CL_END_REASON = defineCodelist({
  id: "CL_END_REASON",
  title: { fa: "علت پایان اشتغال", en: "Reason employment ended" },
  source: "Karnameh",
  codes: rows([
    ["RETIREMENT", "بازنشستگی", "Retirement"],
    ["RESIGN", "استعفا", "Resignation"],
    ["DISMISSAL", "اخراج", "Dismissal"],
    ["END_OF_TERM", "پایان مدت قرارداد", "End of term"],
    ["CLOSURE", "تعطیلی کارگاه", "Closure of the establishment"],
    ["DEATH", "فوت", "Death"],
  ]),
});

export const CL_SCHEME = defineCodelist({
  id: "CL_SCHEME",
  title: { fa: "نوع بیمهٔ اجتماعی", en: "Social insurance scheme" },
  source: "Karnameh, after the schemes of the Social Security Organization",
  codes: rows([
    ["COMPULSORY", "اجباری", "Compulsory"],
    ["SELF_EMPLOYED", "صاحبان حرف و مشاغل آزاد", "Self-employed"],
    ["VOLUNTARY", "اختیاری", "Voluntary"],
    ["DRIVER", "رانندگان", "Drivers"],
    ["CONSTRUCTION", "کارگران ساختمانی", "Construction workers"],
  ]),
});
