import type { Random } from "./random.ts";

/** A skill standard. The titles are those of real trades, the hours are invented. */
export type Standard = {
  readonly id: string;
  readonly fa: string;
  readonly en: string;
  /** ISCO-08 sub-major group. */
  readonly isco: string;
  readonly hours: number;
};

const TABLE: readonly (readonly [isco: string, hours: number, id: string, fa: string, en: string])[] = [
  ["25", 280, "web-developer", "توسعه‌دهندهٔ وب", "Web developer"],
  ["25", 300, "mobile-developer", "برنامه‌نویس تلفن همراه", "Mobile application developer"],
  ["25", 220, "python-programmer", "برنامه‌نویس پایتون", "Python programmer"],
  ["35", 180, "network-technician", "تکنسین شبکه", "Network technician"],
  ["35", 130, "icdl", "کاربر رایانه", "Computer user"],
  ["35", 210, "computer-repairer", "تعمیرکار رایانه", "Computer repairer"],
  ["35", 190, "cctv-installer", "نصاب دوربین مداربسته", "CCTV installer"],
  ["21", 200, "graphic-designer", "طراح گرافیک", "Graphic designer"],
  ["31", 240, "autocad-draughtsperson", "نقشه‌کش اتوکد", "CAD draughtsperson"],
  ["31", 230, "solid-modeller", "طراح سه‌بعدی صنعتی", "Solid modeller"],
  ["31", 170, "quality-controller", "کنترل‌کنندهٔ کیفیت", "Quality controller"],
  ["31", 210, "building-surveyor", "نقشه‌بردار ساختمان", "Building surveyor"],
  ["32", 250, "assistant-nurse", "کمک‌پرستار", "Assistant nurse"],
  ["32", 190, "pharmacy-assistant", "نسخه‌پیچ", "Pharmacy assistant"],
  ["33", 200, "accounting-clerk", "حسابدار عمومی", "General accountant"],
  ["33", 160, "payroll-clerk", "حسابدار حقوق و دستمزد", "Payroll accountant"],
  ["33", 140, "import-export-clerk", "کارور بازرگانی خارجی", "Foreign trade clerk"],
  ["24", 150, "digital-marketer", "بازاریاب دیجیتال", "Digital marketer"],
  ["34", 230, "photographer", "عکاس", "Photographer"],
  ["34", 310, "interior-decorator", "طراح دکوراسیون داخلی", "Interior decorator"],
  ["34", 180, "pastry-chef", "قناد", "Pastry chef"],
  ["41", 120, "office-clerk", "کارور امور اداری", "Office clerk"],
  ["42", 110, "receptionist", "پذیرشگر", "Receptionist"],
  ["43", 130, "storekeeper", "انباردار", "Storekeeper"],
  ["51", 240, "cook", "آشپز", "Cook"],
  ["51", 160, "barista", "باریستا", "Barista"],
  ["51", 330, "women-hairdresser", "آرایشگر زنانه", "Women's hairdresser"],
  ["51", 260, "barber", "پیرایشگر مردانه", "Barber"],
  ["51", 140, "tour-guide", "راهنمای گردشگری", "Tour guide"],
  ["52", 100, "shop-salesperson", "فروشنده", "Shop salesperson"],
  ["53", 180, "childcare-worker", "مربی مهد کودک", "Childcare worker"],
  ["53", 170, "elderly-carer", "مراقب سالمند", "Carer of the elderly"],
  ["61", 150, "greenhouse-grower", "پرورش‌دهندهٔ گلخانه‌ای", "Greenhouse grower"],
  ["61", 120, "beekeeper", "زنبوردار", "Beekeeper"],
  ["61", 110, "mushroom-grower", "پرورش‌دهندهٔ قارچ", "Mushroom grower"],
  ["62", 130, "fish-farmer", "پرورش‌دهندهٔ ماهی", "Fish farmer"],
  ["71", 210, "bricklayer", "بنّا", "Bricklayer"],
  ["71", 180, "tiler", "کاشی‌کار", "Tiler"],
  ["71", 200, "plumber", "لوله‌کش", "Plumber"],
  ["71", 170, "house-painter", "نقاش ساختمان", "House painter"],
  ["71", 220, "package-boiler-fitter", "نصاب و تعمیرکار پکیج", "Package boiler fitter"],
  ["71", 190, "dry-wall-installer", "نصاب دیوار خشک", "Dry wall installer"],
  ["72", 240, "arc-welder", "جوشکار برق", "Arc welder"],
  ["72", 260, "argon-welder", "جوشکار گاز محافظ", "TIG welder"],
  ["72", 300, "cnc-machinist", "ماشین‌کار سی‌ان‌سی", "CNC machinist"],
  ["72", 280, "lathe-operator", "تراشکار", "Lathe operator"],
  ["72", 310, "car-mechanic", "مکانیک خودرو", "Car mechanic"],
  ["72", 220, "car-body-painter", "نقاش خودرو", "Car body painter"],
  ["73", 190, "carpet-weaver", "قالی‌باف", "Carpet weaver"],
  ["73", 200, "jeweller", "طلاساز", "Jeweller"],
  ["73", 150, "potter", "سفالگر", "Potter"],
  ["74", 230, "building-electrician", "برق‌کار ساختمان", "Building electrician"],
  ["74", 290, "industrial-electrician", "برق‌کار صنعتی", "Industrial electrician"],
  ["74", 250, "car-electrician", "برق‌کار خودرو", "Car electrician"],
  ["74", 180, "solar-installer", "نصاب سامانهٔ خورشیدی", "Solar system installer"],
  ["74", 210, "mobile-phone-repairer", "تعمیرکار تلفن همراه", "Mobile phone repairer"],
  ["75", 240, "cabinet-maker", "کابینت‌ساز", "Cabinet maker"],
  ["75", 260, "dressmaker", "خیاط لباس زنانه", "Dressmaker"],
  ["75", 130, "industrial-sewer", "دوزندهٔ صنعتی", "Industrial sewing machinist"],
  ["75", 110, "baker", "نانوا", "Baker"],
  ["81", 150, "plastic-injection-operator", "اپراتور تزریق پلاستیک", "Plastic injection operator"],
  ["83", 120, "forklift-driver", "رانندهٔ لیفتراک", "Forklift driver"],
];

export const STANDARDS: readonly Standard[] = TABLE.map(([isco, hours, id, fa, en]) => ({
  id,
  fa,
  en,
  isco,
  hours,
}));

export const drawStandard = (random: Random): Standard =>
  STANDARDS[random.whole(0, STANDARDS.length - 1)] as Standard;
