import { describe, expect, it } from "vitest";
import { DARK, LIGHT } from "../src/plot-style.ts";

/** @see WCAG 2.2, relative luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ["by day", LIGHT],
  ["by night", DARK],
])("%s", (_name, { paper, ink, soft, series, heat }) => {
  it("is readable text: contrast of 4.5 at least", () => {
    for (const colour of [ink, soft]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
    for (const [fill, on] of heat) expect(contrast(fill, on)).toBeGreaterThanOrEqual(4.5);
  });

  it("has lines that stand out: contrast of 3 at least", () => {
    for (const colour of series) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  });

  it("has steps of heat that go one way", () => {
    const steps = heat.map(([fill]) => contrast(fill, paper));
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  });
});
