import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Cube } from "../engine/cube.ts";
import { indicators } from "../indicators.ts";
import { openPlanner } from "../planner/planner.ts";
import type { Planner } from "../planner/port.ts";
import { type Ledger, openLedger } from "./ledger.ts";

/** What a spec asks: a ledger, empty before each test, and a planner over it. */
type SpecLedger = { readonly ledger: Ledger; readonly planner: Planner };

/** Opens a ledger of some cubes for the tests of a file, and closes it after them. */
export const specLedger = (only?: readonly Cube[], today = "2022-03-20"): SpecLedger => {
  let ledger: Ledger | undefined;
  let planner: (Planner & { close(): void }) | undefined;
  const open = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error("the ledger of a spec is open only inside its tests");
    return part;
  };
  beforeAll(async () => {
    ledger = await openLedger(only);
  });
  // A planner of its own for each test: it remembers what is known at a position.
  beforeEach(async () => {
    const { clear, database } = open(ledger);
    await clear();
    planner = await openPlanner({ database, indicators, today: () => today, connections: 2 });
  });
  afterEach(() => planner?.close());
  afterAll(() => ledger?.close());
  return {
    get ledger() {
      return open(ledger);
    },
    get planner() {
      return open(planner);
    },
  };
};
