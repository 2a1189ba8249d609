import { type Day, workday } from "./calendar.ts";
import { newId, type World } from "./world.ts";

type Hired = { readonly spellId: string; readonly source: string; readonly isFitting: boolean };

/** Share of the hires through the training organization that employers rate. */
const REPORTED_SHARE = 0.4;

const COMPETENCES = [
  "TECHNICAL",
  "SAFETY",
  "TEAMWORK",
  "COMMUNICATION",
  "PROBLEM_SOLVING",
  "DIGITAL",
] as const;

/** People who do the work they learned get higher scores. */
const draw = ({ random }: World, isFitting: boolean): number =>
  random.pick([
    [5, isFitting ? 34 : 20],
    [4, 40],
    [3, 17],
    [2, 6],
    [1, 3],
  ]);

/** An employer's rating of a referred worker, some months after the hire. */
export const scoreWorker = (world: World, { spellId, source, isFitting }: Hired, day: Day): void => {
  const { random, agenda, recorder } = world;
  if (!random.chance(REPORTED_SHARE)) return;
  agenda.at(workday(day + random.whole(60, 150)), (on) => {
    const reportId = newId(world, on);
    const named = COMPETENCES.filter(() => random.chance(0.3));
    const data = {
      reportId,
      spellId,
      score: draw(world, isFitting),
      ...(named.length > 0 && {
        competences: named.map((competence) => ({ competence, points: draw(world, isFitting) })),
      }),
    };
    const stream = `satisfaction-${reportId}`;
    recorder.report({ type: "EmployerSatisfactionReported", source, stream, on, data });
  });
};
