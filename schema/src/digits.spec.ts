import { expect, it } from "vitest";
import { FILLER, foldDigits } from "./digits.ts";

it("folds the digits of every script and keeps the places of the text", () => {
  expect(foldDigits("12 ۳۴ ٥٦ ७८ ９ متن")).toBe("12 34 56 78 9 متن");
  expect(foldDigits("𝟗𝟘x")).toBe(`9${FILLER}0${FILLER}x`);
});
