// A double in a thread of its own, so that its memory is not counted as that of its clients. It sends its port,
// and breaks its connections at each message.
import { parentPort, workerData } from "node:worker_threads";
import { type DoubleOptions, KurrentDouble } from "./server.ts";

const double = await new KurrentDouble(workerData as DoubleOptions).start();
parentPort?.on("message", () => {
  double.network.drop();
  parentPort?.postMessage("dropped");
});
parentPort?.postMessage(double.network.port);
