import { afterEach, beforeEach, describe } from "vitest";
import { crashContract } from "./crash.ts";
import type { Engine, NewEngine, Promises } from "./engine.ts";
import { modelContract } from "./model.ts";
import {
  followContract,
  identityContract,
  orderContract,
  readContract,
  reconnectContract,
} from "./reading.ts";
import { limitsContract, onceContract, raceContract, timeContract } from "./writing.ts";

/** Opens an engine before each test of the block and disposes of it afterwards; resolves to what gives it. */
const engineOfEachTest = (newEngine: NewEngine): (() => Engine) => {
  let engine: Engine | undefined;
  beforeEach(async () => {
    engine = await newEngine();
  });
  afterEach(async () => {
    await engine?.dispose();
  });
  return () => {
    if (engine === undefined) throw new Error("no engine was opened");
    return engine;
  };
};

/** What every event log promises, each promise with the test that tries to break it. */
export const eventLogContract = (name: string, promises: Promises, newEngine: NewEngine): void => {
  describe(`the event log on ${name}`, () => {
    const current = engineOfEachTest(newEngine);
    describe("1, 2: an append is atomic, and durable before it is acknowledged", () =>
      crashContract(current, promises));
    describe("3, 4: an event is recorded once, at the revision the writer expected", () => {
      onceContract(current, promises);
      raceContract(current, promises);
      modelContract(newEngine, promises);
    });
    describe("knowledge does not run backwards", () => timeContract(current, promises));
    describe("5: there is one order without a gap", () => {
      orderContract(current, promises);
      readContract(newEngine);
    });
    describe("7: a log can be distinguished from any other", () => identityContract(current, newEngine));
    describe("8: catching up passes into following", () => followContract(current, promises));
    describe("9: limits fail cleanly", () => limitsContract(current, promises));
  });
};

/** Of these promises the ones that another transport of the same messages could break. */
export const transportContract = (name: string, promises: Promises, newEngine: NewEngine): void => {
  describe(`the event log on ${name}`, () => {
    const current = engineOfEachTest(newEngine);
    describe("an append is atomic, and durable before it is acknowledged", () =>
      crashContract(current, promises));
    describe("an event is recorded once", () => onceContract(current, promises));
    describe("it is read in one order, from any position", () => readContract(newEngine));
    describe("it keeps its identity", () => identityContract(current, newEngine));
    describe("it is followed", () => {
      followContract(current, promises);
      reconnectContract(current);
    });
    describe("the largest event is taken, a larger one is not", () => limitsContract(current, promises));
  });
};
