import { describe, expect, it } from "vitest";
import { startCounter, startProgress } from "./progress.ts";
import { recordingContext } from "./recording-cli.ts";

const recording = () => {
  const { cli, err } = recordingContext();
  return { cli, lines: () => err().split("\n").filter(Boolean) };
};

describe("progress where there is no terminal", () => {
  it("is one line for each tenth", () => {
    const { cli, lines } = recording();
    const progress = startProgress(cli, "Work");
    for (let done = 0; done <= 200; done += 1) progress.update(done, 200);
    progress.end();
    expect(lines()).toEqual(
      [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((percent) => `Work: ${percent} %`),
    );
  });

  it("passes over tenths that went by at once, and never goes back", () => {
    const { cli, lines } = recording();
    const progress = startProgress(cli, "Work");
    for (const done of [55, 30, 100]) progress.update(done, 100);
    expect(lines()).toEqual(["Work: 50 %", "Work: 100 %"]);
  });

  it("of nothing is done", () => {
    const { cli, lines } = recording();
    startProgress(cli, "Work").update(0, 0);
    expect(lines()).toEqual(["Work: 100 %"]);
  });

  it("counts by hundred thousands where the end is not known", () => {
    const { cli, lines } = recording();
    const count = startCounter(cli, "lines");
    for (const done of [50_000, 120_000, 190_000, 410_000]) count(done);
    expect(lines()).toEqual(["100,000 lines", "400,000 lines"]);
  });

  it("is silent for a script", () => {
    const { cli, lines } = recording();
    startProgress(cli, "Work", true).update(1, 2);
    startCounter(cli, "lines", true)(1_000_000);
    expect(lines()).toEqual([]);
  });
});
