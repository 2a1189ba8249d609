import { fromJalali } from "@karnameh/schema/calendar";
import {
  addWorkingDays,
  type HolidayList,
  type WorkingCalendar,
  workingCalendar,
} from "@karnameh/schema/working-calendar/working-calendar";
import { type Day, dayOf, isoDay } from "./calendar.ts";
import { MCLS, type Process, type World } from "./world.ts";

type FixedHoliday = readonly [month: number, day: number, fa: string, en: string];

const SOLAR: readonly FixedHoliday[] = [
  [1, 1, "نوروز", "Nowruz"],
  [1, 2, "نوروز", "Nowruz"],
  [1, 3, "نوروز", "Nowruz"],
  [1, 4, "نوروز", "Nowruz"],
  [1, 12, "روز جمهوری اسلامی", "Republic day"],
  [1, 13, "روز طبیعت", "Nature day"],
  [3, 14, "رحلت امام خمینی", "Passing of Imam Khomeini"],
  [3, 15, "قیام ۱۵ خرداد", "Uprising of 15 Khordad"],
  [11, 22, "پیروزی انقلاب", "Victory of the revolution"],
  [12, 29, "ملی شدن صنعت نفت", "Oil nationalisation day"],
];

const LUNAR: readonly FixedHoliday[] = [
  [1, 9, "تاسوعا", "Tasua"],
  [1, 10, "عاشورا", "Ashura"],
  [2, 20, "اربعین", "Arbaeen"],
  [2, 28, "رحلت پیامبر", "Passing of the Prophet"],
  [2, 29, "شهادت امام رضا", "Martyrdom of Imam Reza"],
  [3, 8, "شهادت امام حسن عسکری", "Martyrdom of Imam Hasan al-Askari"],
  [3, 17, "میلاد پیامبر", "Birth of the Prophet"],
  [6, 3, "شهادت حضرت فاطمه", "Martyrdom of Fatima"],
  [7, 13, "ولادت امام علی", "Birth of Imam Ali"],
  [7, 27, "مبعث", "Mabath"],
  [8, 15, "نیمهٔ شعبان", "Middle of Shaban"],
  [9, 21, "شهادت امام علی", "Martyrdom of Imam Ali"],
  [10, 1, "عید فطر", "Fitr"],
  [10, 2, "عید فطر", "Fitr"],
  [10, 25, "شهادت امام صادق", "Martyrdom of Imam Sadiq"],
  [12, 10, "عید قربان", "Adha"],
  [12, 18, "عید غدیر", "Ghadir"],
];

/** The simulated country computes lunar holidays by the civil Islamic calendar. */
const hijri = new Intl.DateTimeFormat("en-u-ca-islamic-civil-nu-latn", {
  timeZone: "UTC",
  month: "numeric",
  day: "numeric",
});

type Holiday = { readonly day: string; readonly kind: "SOLAR" | "LUNAR"; readonly title: object };

const holidaysOf = (jalaliYear: number): readonly Holiday[] => {
  const holidays: Holiday[] = SOLAR.map(([month, day, fa, en]) => ({
    day: fromJalali(jalaliYear, month, day),
    kind: "SOLAR",
    title: { fa, en },
  }));
  const end = dayOf(fromJalali(jalaliYear + 1, 1, 1));
  for (let day = dayOf(fromJalali(jalaliYear, 1, 1)); day < end; day++) {
    const [month, date] = hijri
      .format(new Date(isoDay(day)))
      .split("/")
      .map(Number.parseFloat);
    const lunar = LUNAR.find(([of, on]) => of === month && on === date);
    if (lunar !== undefined)
      holidays.push({ day: isoDay(day), kind: "LUNAR", title: { fa: lunar[2], en: lunar[3] } });
  }
  return holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1));
};

const versionOf = (jalaliYear: number): string => `simulated-${jalaliYear}`;

/** The working days of the simulated country: all but Fridays and the holidays of its published calendars. */
export class WorkingDays {
  readonly #holidays = new Map<number, readonly Holiday[]>();
  readonly #lists = new Map<number, HolidayList>();
  /** Nothing is declared after a calendar was published, so no fact overrides these lists. */
  readonly calendar: WorkingCalendar = workingCalendar([], (jalaliYear) => this.#listOf(jalaliYear));

  /** The holidays of a Jalali year, sorted. */
  holidays(jalaliYear: number): readonly Holiday[] {
    const known = this.#holidays.get(jalaliYear);
    if (known !== undefined) return known;
    const holidays = holidaysOf(jalaliYear);
    this.#holidays.set(jalaliYear, holidays);
    return holidays;
  }

  isWorking(day: Day): boolean {
    return this.calendar.isWorking(isoDay(day));
  }

  /** The `count`-th working day after a day, which is not counted itself. */
  after(day: Day, count: number): Day {
    return dayOf(addWorkingDays(this.calendar, isoDay(day), count));
  }

  /** The version of the calendar that a day is judged by. */
  version(day: Day): string {
    return this.calendar.status(isoDay(day)).calendarVersion;
  }

  #listOf(jalaliYear: number): HolidayList {
    const known = this.#lists.get(jalaliYear);
    if (known !== undefined) return known;
    const days = new Set(this.holidays(jalaliYear).map(({ day }) => day));
    const list: HolidayList = { version: versionOf(jalaliYear), holidays: days };
    this.#lists.set(jalaliYear, list);
    return list;
  }
}

/** How long before a year its calendar is published, in days. */
const PUBLISHED_DAYS_BEFORE = 40;

/** Publishes the official calendar of each year, the first when the register opens. */
export const publishedCalendars =
  (world: World, workingDays: WorkingDays): Process =>
  (day) => {
    for (const { month, year, first } of world.months) {
      if (month !== 1 || day !== Math.max(world.first, first - PUBLISHED_DAYS_BEFORE)) continue;
      const calendarVersion = versionOf(year);
      const data = { calendarVersion, jalaliYear: year, holidays: workingDays.holidays(year) };
      const stream = `calendar-${calendarVersion}`;
      const on = first - PUBLISHED_DAYS_BEFORE;
      world.recorder.reportOn({ type: "CalendarPublished", source: MCLS, stream, on, data }, day);
    }
  };
