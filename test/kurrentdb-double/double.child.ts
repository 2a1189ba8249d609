// Doubles in a thread of their own, so that what they keep is not counted as their clients' memory.
import { parentPort } from "node:worker_threads";
import { type DoubleOptions, KurrentDouble } from "./server.ts";

const doubles = new Map<number, KurrentDouble>();

parentPort?.on("message", async (asked: DoubleOptions | number) => {
  if (typeof asked === "number") {
    await doubles.get(asked)?.stop();
    doubles.delete(asked);
    return;
  }
  const double = await new KurrentDouble(asked).start();
  doubles.set(double.network.port, double);
  parentPort?.postMessage(double.network.port);
});
