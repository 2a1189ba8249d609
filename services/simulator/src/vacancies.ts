import { type Day, workday } from "./calendar.ts";
import type { Establishment } from "./economy.ts";
import { OCCUPATION } from "./shares.ts";
import { employer, isSimulated, newId, type Process, pace, type World, withOwnRandom } from "./world.ts";

/** Announced vacancies per registered person and year; most jobs are filled without one. */
const VACANCIES_A_YEAR = 0.025;

/** The outcome of a post: filled, withdrawn, or still open at the end. */
const FILLED_SHARE = 0.84;
const WITHDRAWN_SHARE = 0.6;

type Vacancy = { readonly id: string; readonly establishment: Establishment };

type VacancyEvent = { readonly type: string; readonly on: Day; readonly more?: object };

const report = (
  { recorder }: World,
  { id, establishment }: Vacancy,
  { type, on, more }: VacancyEvent,
): void =>
  recorder.report({
    type,
    source: employer(establishment.organisationId),
    stream: `vacancy-${id}`,
    on,
    data: { vacancyId: id, ...more },
  });

/** Half of the posts are filled within one month, nine in ten of the filled ones within three. */
const daysToFill = ({ random }: World): number =>
  Math.max(3, Math.round(30 * Math.exp(0.8 * random.normal())));

const openVacancy = (world: World, establishment: Establishment, day: Day): void => {
  const { random, agenda } = world;
  const vacancy = { id: newId(world, day), establishment };
  const posts = random.pick([
    [1, 62],
    [2, 22],
    [3, 10],
    [5, 6],
  ]);
  const more = { establishmentId: establishment.id, isco08: random.pick(OCCUPATION), posts };
  report(world, vacancy, { type: "VacancyOpened", on: day, more });
  const first = posts > 1 && random.chance(0.5) ? random.whole(1, posts - 1) : posts;
  let on = day;
  let open = posts;
  for (const filled of first < posts ? [first, posts - first] : [posts]) {
    if (!random.chance(FILLED_SHARE)) break;
    on = workday(on + daysToFill(world));
    open -= filled;
    if (isSimulated(world, on))
      agenda.at(on, (then) =>
        report(world, vacancy, { type: "VacancyFilled", on: then, more: { posts: filled } }),
      );
  }
  const givenUp = workday(on + random.whole(60, 150));
  if (open > 0 && random.chance(WITHDRAWN_SHARE) && isSimulated(world, givenUp))
    agenda.at(givenUp, (then) => report(world, vacancy, { type: "VacancyWithdrawn", on: then }));
};

/** Employers announce vacancies, fill them in one or two steps, and withdraw some. */
export const vacancies = (whole: World): Process => {
  const world = withOwnRandom(whole, 0x7ac);
  const { random, people, economy } = world;
  const due = pace(people.size * VACANCIES_A_YEAR);
  return (day) => {
    for (let n = due(); n > 0; n--) {
      const province = people.province[random.whole(0, people.size - 1)] ?? 0;
      openVacancy(world, economy.draw(random, province), workday(day));
    }
  };
};
