import { accumulate, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  type InterestPolicyInput,
  interestsOf,
  type SearchCounts,
  searchCounts,
} from "../../src/index.ts";

const DAY = 86_400_000;
const at = instant(Date.UTC(2026, 2, 1, 12));
const granted = { purpose: "profiling" as const, status: "granted" as const, at: instant(0) };
const search = (daysAgo: number, ...topics: string[]) => ({
  at: instant(at - daysAgo * DAY),
  topics,
});
const judge = (counts: SearchCounts, policy: InterestPolicyInput = {}) =>
  interestsOf(policy, counts, { consents: [granted], at }).interests.map(({ topic, weight }) => [
    topic,
    weight,
  ]);

describe("interests", () => {
  it("need two searches", () => {
    expect(judge(accumulate(searchCounts, [search(0, "茶", "tea")]))).toEqual([]);
    expect(judge(accumulate(searchCounts, [search(0, "茶"), search(0, "茶")]))).toEqual([
      ["茶", 2],
    ]);
  });

  it("count a topic once for each search", () => {
    expect(judge(accumulate(searchCounts, [search(0, "tea", "tea")]))).toEqual([]);
  });

  it.each([
    [0, 2],
    [30, 1],
    [60, 0.5],
  ])("%d days old weigh %d", (daysAgo, weight) => {
    const counts = accumulate(searchCounts, [search(daysAgo, "tea"), search(daysAgo, "tea")]);
    expect(judge(counts)).toEqual([["tea", weight]]);
  });

  it.each([
    [365, 1],
    [366, 0],
    [-1, 0],
  ])("forget, and do not foresee: %d days ago", (daysAgo, count) => {
    const counts = accumulate(searchCounts, [search(daysAgo, "tea"), search(daysAgo, "tea")]);
    expect(judge(counts)).toHaveLength(count);
  });

  it("put the heaviest first, of equals in the order of the alphabet", () => {
    const searches = [
      search(0, "b", "a"),
      search(0, "b", "a"),
      search(1, "c"),
      search(0, "c", "__proto__"),
    ];
    const counts = accumulate(searchCounts, [...searches, search(0, "__proto__", "c")]);
    expect(judge(counts, { halfLifeDays: 1 })).toEqual([
      ["c", 2.5],
      ["__proto__", 2],
      ["a", 2],
      ["b", 2],
    ]);
  });

  it("are none of the shop's business without consent to profiling", () => {
    const counts = accumulate(searchCounts, [search(0, "tea"), search(0, "tea")]);
    const withdrawn = { ...granted, status: "withdrawn" as const, at };
    for (const consents of [
      [],
      [{ ...granted, purpose: "marketing" as const }],
      [granted, withdrawn],
    ]) {
      const answer = interestsOf({}, counts, { consents, at });
      expect(answer).toEqual({ outcome: "no-profiling", interests: [] });
    }
  });

  it("never rest on one search", () => {
    expect(() => judge([], { minimumSearches: 1 })).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});
