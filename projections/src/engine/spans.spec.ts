import { expect, it } from "vitest";
import { cubes } from "../cubes.ts";
import { sharedRule } from "./shared.ts";
import { spansRule } from "./spans.ts";

const withActs = cubes.filter(({ acts }) => acts !== undefined);

it.each(withActs)("$name describes its acts once for all lives that have them", (cube) => {
  expect(spansRule(cube, sharedRule(cube).sql)).toMatch(/from lasting /);
});

it.each(withActs)("$name describes them by life where lives see another state of what describes", (cube) => {
  expect(spansRule(cube, cube.sql)).toBeUndefined();
});
