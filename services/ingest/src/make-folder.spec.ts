import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "./make-folder.ts";

const home = mkdtempSync(join(tmpdir(), "karnameh-folder-"));
afterAll(() => rmSync(home, { recursive: true }));

describe("making a folder", () => {
  it("makes those above it, and is content where it is there", () => {
    const path = join(home, "a", "b", "c");
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it("says what the system says where a part of the path is a file", () => {
    writeFileSync(join(home, "file"), "");
    expect(() => makeFolder(join(home, "file", "b"))).toThrow("ENOTDIR");
    expect(() => makeFolder(join(home, "file"))).toThrow("EEXIST");
  });

  it.skipIf(!existsSync("/proc/self"))("ends where nothing can be made", () => {
    expect(() => makeFolder("/proc/karnameh/a/b")).toThrow("ENOENT");
  });
});
