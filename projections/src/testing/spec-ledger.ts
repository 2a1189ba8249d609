import { afterAll, beforeAll, beforeEach } from "vitest";
import type { Cube } from "../engine/cube.ts";
import { indicators } from "../indicators.ts";
import { openPlanner } from "../planner/planner.ts";
import type { Planner } from "../planner/port.ts";
import { type Ledger, openLedger } from "./ledger.ts";

/** What a spec asks: a ledger, empty before each test, and a planner over it. */
type SpecLedger = { readonly ledger: Ledger; readonly planner: Planner };

/** Opens a ledger of some cubes for the tests of a file, and closes it after them. */
export const specLedger = (only?: readonly Cube[], today = "2022-03-20"): SpecLedger => {
  let opened: (SpecLedger & { readonly close: () => void }) | undefined;
  const open = () => {
    if (!opened) throw new Error("the ledger of a spec is open only inside its tests");
    return opened;
  };
  beforeAll(async () => {
    const ledger = await openLedger(only);
    const { database } = ledger;
    const planner = await openPlanner({ database, indicators, today: () => today, connections: 2 });
    opened = {
      ledger,
      planner,
      close() {
        planner.close();
        ledger.close();
      },
    };
  });
  beforeEach(() => open().ledger.clear());
  afterAll(() => open().close());
  return {
    get ledger() {
      return open().ledger;
    },
    get planner() {
      return open().planner;
    },
  };
};
