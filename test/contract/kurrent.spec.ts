import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeCertificate } from "../kurrentdb-double/certificate.ts";
import { eventLogContract } from "./event-log.ts";
import { doubles, KURRENT, logsOn } from "./kurrent-engine.ts";

const { authorityFile, ...tls } = await makeCertificate();

afterAll(() => rm(dirname(authorityFile), { recursive: true }));

eventLogContract("a double of KurrentDB in plain", KURRENT, doubles({}, "tls=false"));

eventLogContract(
  "a double of KurrentDB over TLS",
  // The messages are those of the plain one: one kill is enough, and no flood.
  { ...KURRENT, kills: 1, flooded: false },
  doubles({ tls, login: "karnameh:a%word:of@signs" }, `tlsCAFile=${encodeURIComponent(authorityFile)}`),
);

// A real server is not emptied: each test begins a log of its own on it, and passes over the others.
const real = process.env["KARNAMEH_TEST_KURRENTDB"];
if (real !== undefined && real !== "") eventLogContract("a real server", KURRENT, logsOn(real));
else it("knows of no real server: KARNAMEH_TEST_KURRENTDB is not set", () => expect(real ?? "").toBe(""));
