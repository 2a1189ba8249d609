import { afterEach, beforeEach, describe } from "vitest";
import { crashContract } from "./crash.ts";
import type { Engine, NewEngine, Promises } from "./engine.ts";
import { modelContract } from "./model.ts";
import { followContract, identityContract, orderContract } from "./reading.ts";
import { limitsContract, onceContract, timeContract } from "./writing.ts";

/** What every event log promises, each promise with the test that tries to break it. */
export const eventLogContract = (name: string, promises: Promises, newEngine: NewEngine): void => {
  describe(`the event log on ${name}`, () => {
    let engine: Engine | undefined;
    const current = (): Engine => {
      if (engine === undefined) throw new Error("no engine was opened");
      return engine;
    };
    beforeEach(async () => {
      engine = await newEngine();
    });
    afterEach(async () => {
      await engine?.dispose();
    });

    describe("1, 2: an append is atomic, and durable before it is acknowledged", () =>
      crashContract(current, promises));
    describe("3, 4: an event is recorded once, at the revision the writer expected", () => {
      onceContract(current, promises);
      modelContract(newEngine, promises);
    });
    describe("knowledge does not run backwards", () => timeContract(current, promises));
    describe("5: there is one order, and no hole in it", () => orderContract(current, newEngine, promises));
    describe("7: a log can be told from any other", () => identityContract(current, newEngine));
    describe("8: catching up passes into following", () => followContract(current, promises));
    describe("9: limits fail cleanly", () => limitsContract(current, promises));
  });
};
