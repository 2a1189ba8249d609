import { join } from "node:path";
import { describe } from "vitest";
import { readersContract } from "./readers.ts";

describe("readers over one SQLite log", () => {
  readersContract(async (home) => ({ args: ["--data", join(home, "log")], dispose: async () => undefined }));
});
