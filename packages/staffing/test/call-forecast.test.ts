import { accumulate } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callForecast } from "../src/index.ts";

const counts = (interval: number, calls: Readonly<Record<string, number>>) =>
  Object.entries(calls).map(([date, n]) => ({ date, interval, calls: n }));
const forecast = (rows: Parameters<typeof callForecast.add>[1][]) =>
  callForecast.finish(accumulate(callForecast, rows));

describe("callForecast", () => {
  it("keeps weekdays and intervals apart and lists them from Sunday on", () => {
    const days = { "2026-11-21": 4, "2026-11-22": 5, "2026-11-23": 6 };
    const listed = forecast([...counts(20, days), ...counts(3, days)]);
    expect(listed.map(({ weekday, interval }) => `${weekday} ${interval}`)).toEqual([
      ...["sun 3", "sun 20", "mon 3", "mon 20", "sat 3", "sat 20"],
    ]);
  });

  it("gives mean, variance and dispersion of the days", () => {
    const [monday] = forecast(counts(18, { "2026-11-09": 8, "2026-11-16": 10, "2026-11-23": 12 }));
    expect(monday).toMatchObject({ days: 3, meanCalls: 10, variance: 4, dispersion: 0.4 });
  });

  // The score interval of a Poisson mean: (x + z²/2 ± z√(x + z²/4)) / days with x = 10 calls in all and z = 1.96.
  it("gives the score interval of a mean where days differ by chance", () => {
    const [monday] = forecast(counts(18, { "2026-11-23": 10 }));
    expect(monday?.meanInterval.lower).toBeCloseTo(5.432, 3);
    expect(monday?.meanInterval.upper).toBeCloseTo(18.4096, 3);
    expect(monday?.variance).toBeNull();
  });

  it("is wider where they differ by more", () => {
    const [even] = forecast(counts(18, { "2026-11-16": 100, "2026-11-23": 100 }));
    const [uneven] = forecast(counts(18, { "2026-11-16": 20, "2026-11-23": 180 }));
    expect(uneven?.meanCalls).toBe(even?.meanCalls);
    expect(uneven?.dispersion).toBeGreaterThan(100);
    expect(uneven?.meanInterval.upper).toBeGreaterThan((even?.meanInterval.upper ?? 0) * 2);
  });

  it("knows days without a call, and nothing of days that were not given", () => {
    const [quiet] = forecast(counts(0, { "2026-11-22": 0, "2026-11-15": 0 }));
    expect(quiet).toMatchObject({ meanCalls: 0, variance: 0, dispersion: null });
    expect(quiet?.meanInterval.lower).toBe(0);
    expect(quiet?.meanInterval.upper).toBeCloseTo(1.92, 2);
    expect(forecast([])).toEqual([]);
  });

  it("does not depend on how the days are split", () => {
    const row = fc.record({
      date: fc.integer({ min: 10, max: 30 }).map((day) => `2026-11-${day}`),
      interval: fc.nat({ max: 3 }),
      calls: fc.nat({ max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(row), fc.array(row), (some, others) => {
        const parts = [accumulate(callForecast, others), accumulate(callForecast, some)] as const;
        expect(callForecast.finish(callForecast.merge(...parts))).toEqual(
          forecast([...some, ...others]),
        );
      }),
    );
  });
});
