import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeCertificate } from "../kurrentdb-double/certificate.ts";
import { eventLogContract, transportContract } from "./event-log.ts";
import { KURRENT, logsOn, logsOnDouble } from "./kurrent-engine.ts";

const { authorityFile, ...tls } = await makeCertificate();

afterAll(() => rm(dirname(authorityFile), { recursive: true }));

describe("in plain", () => eventLogContract("a double of KurrentDB", KURRENT, logsOnDouble({}, "tls=false")));

// The messages are the same as without TLS: what depends only on them is not tested again.
describe("over TLS", () =>
  transportContract(
    "a double of KurrentDB",
    { ...KURRENT, kills: 1, flooded: false },
    logsOnDouble(
      { tls, login: "karnameh:a%word:of@signs" },
      `tlsCAFile=${encodeURIComponent(authorityFile)}`,
    ),
  ));

// A real server is not emptied: each test creates a log of its own on it and skips the others.
const real = process.env["KARNAMEH_TEST_KURRENTDB"];
if (real !== undefined && real !== "") eventLogContract("a real server", KURRENT, logsOn(real));
else it("has no real server: KARNAMEH_TEST_KURRENTDB is not set", () => expect(real ?? "").toBe(""));
