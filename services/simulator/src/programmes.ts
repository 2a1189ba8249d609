import { isoDay } from "./calendar.ts";
import { programmeShares } from "./providers.ts";
import { type Process, TVTO, type World, withOwnRandom } from "./world.ts";

const TITLES: Readonly<Record<string, readonly [fa: string, en: string]>> = {
  KAHAD: ["کهاد نمونه", "Sample Kahad"],
  NAKHLESTAN: ["نخلستان نمونه", "Sample Nakhlestan"],
  REAL_WORKPLACE: ["آموزش در محیط واقعی کار، نمونه", "Sample real workplace training"],
  SUMMER_SKILL: ["مهارت تابستان نمونه", "Sample summer skill"],
  RELIEF_EMPLOYABLE: ["اشتغال‌پذیری مددجویان نمونه", "Sample employability of relief clients"],
  EMPLOYER_CONTRACT: ["قرارداد با کارفرما، نمونه", "Sample contract with employers"],
};

/** The id of a programme; undefined for general courses. */
export const programmeId = (programme: string): string | undefined =>
  programme in TITLES ? `simulated-${programme.toLowerCase().replaceAll("_", "-")}` : undefined;

/** Completions per registered person and year, over all programmes. */
const COMPLETIONS_A_YEAR = 0.43;

/** Targets are close to the results: some above, some below. */
const target = ({ people, random }: World, share: number): number =>
  Math.max(5, Math.round(people.size * COMPLETIONS_A_YEAR * share * (0.9 + 0.4 * random.unit())));

/** Programmes for target groups, with a target number of persons for each year. */
export const programmes = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x960);
  const { months, recorder, first } = world;
  const years = new Map(
    months.flatMap((month, at) =>
      month.month === 1 ? [[month.first, months[at + 11]?.last ?? world.last]] : [],
    ),
  );
  return (day) => {
    const ends = years.get(day);
    if (ends === undefined) return;
    for (const [programme, share] of programmeShares()) {
      const id = programmeId(programme);
      const [fa = "", en = ""] = TITLES[programme] ?? [];
      if (id === undefined) continue;
      const stream = `programme-${id}`;
      const defined = { programmeId: id, programme, title: { fa, en } };
      const draft = { source: TVTO, stream, on: day };
      if (day === first)
        recorder.reportOn({ ...draft, type: "ProgrammeDefined", on: day - 60, data: defined }, day);
      const data = { programmeId: id, target: target(world, share), basis: "PERSONS", endsOn: isoDay(ends) };
      recorder.reportOn({ ...draft, type: "ProgrammeTargetSet", data }, day);
    }
  };
};
