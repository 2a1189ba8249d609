import { record } from "@karnameh/projections/testing/record";
import { addDays } from "@karnameh/schema/calendar";
import type { NewEvent } from "@karnameh/schema/event";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applied, closed, resubmitted, weekend } from "../testing/policy-events.ts";
import { policyStage } from "../testing/policy-stage.ts";
import { licenceClock } from "./licence-clock.ts";
import { licenceDeadline } from "./licence-deadline.ts";

const stage = policyStage([licenceClock, licenceDeadline]);

type Act = { readonly kind: number; readonly gap: number; readonly delay: number; readonly name: string };

/** So that there is something to issue: without it most histories say nothing. */
const filing: readonly Act[] = [0, 1].map((kind) => ({ kind, gap: 1, delay: 0, name: "a" }));

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.nat(7),
  gap: fc.nat(4),
  delay: fc.nat(6),
  name: fc.constantFrom("a", "b"),
});

/** What an act says on a day of something that happened some days before. */
const sayings: readonly ((name: string, day: string, id: string) => NewEvent)[] = [
  (name, day) => applied(day, { applicationId: name }),
  (name, day) => record("ApplicantEligibilityConfirmed", day, { applicationId: name }),
  (name, day) => record("ApplicationReturned", day, { applicationId: name }),
  (name, day, id) => record("LicenceGranted", day, { applicationId: name, licenceId: id }),
  (name, day) => record("LicenceRefused", day, { applicationId: name, grounds: "no room" }),
  (_, day, id) => closed(addDays(day, 2), { closureId: id }),
  (_, day) => weekend(day, "THURSDAY", "FRIDAY"),
  (name, day) => resubmitted(day, name),
];

describe("what both licence policies record", () => {
  it("is the same in the end, whenever the policies ran before", async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 4, maxLength: 14 }),
        fc.array(fc.boolean()),
        async (acts, looks) => {
          number += 1;
          stage.passTo("2023-07-01");
          const [watched, alone] = await Promise.all(
            ["watched", "alone"].map((name) => stage.openLog(`${name}-${number}`)),
          );
          if (watched === undefined || alone === undefined) throw new Error("two logs are needed");
          const watcher = await stage.open({ of: watched });
          for (const [index, { kind, gap, delay, name }] of [...filing, ...acts].entries()) {
            const day = stage.passDays(gap);
            const said = sayings[kind]?.(name, addDays(day, -delay), `act-${index}`);
            const { recordedAt: _, ...event } = said ?? applied(day);
            await watched.append([event]);
            await alone.append([event]);
            if (looks[index] === true) await watcher.settle();
          }
          stage.passDays(30);
          const last = await stage.open({ of: alone });
          await Promise.all([watcher.settle(), last.settle()]);
          const columns = "application_id, licence_id, effective_on, due_on, calendar_version";
          expect(await watcher.facts("licence_auto_issued", columns)).toEqual(
            await last.facts("licence_auto_issued", columns),
          );
          const assessed = "application_id, effective_on, due_on, is_in_time, decided_on, working_days";
          expect(await watcher.facts("licence_application_assessed", assessed)).toEqual(
            await last.facts("licence_application_assessed", assessed),
          );
          expect(await watcher.settle()).toBe(0);
          await stage.closeNodes();
          await Promise.all([watched.close(), alone.close()]);
        },
      ),
      { numRuns: 12 },
    );
  }, 240_000);
});
