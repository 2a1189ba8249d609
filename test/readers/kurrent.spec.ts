import { join } from "node:path";
import { openKurrentLog } from "@karnameh/event-log/kurrent/log";
import { describe } from "vitest";
import { KurrentDouble } from "../kurrentdb-double/server.ts";
import { readersContract } from "./readers.ts";

describe("readers over one log of a cluster", () => {
  readersContract(async (home) => {
    const double = await new KurrentDouble().start();
    const address = `kurrentdb://localhost:${double.network.port}?tls=false&discoveryInterval=5`;
    return {
      args: ["--data", join(home, "log"), "--log", address],
      open: () => openKurrentLog({ address }),
      dispose: () => double.stop(),
    };
  });
});
