import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { buildFaqIndex, type SearchFaqOptions, searchFaq } from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const index = buildFaqIndex(helpBase);
const search = (query: string, options: Partial<SearchFaqOptions> = {}) =>
  searchFaq(index, query, { locale: "en", facets: ["category", "tag", "locale"], ...options });

describe("facets", () => {
  it("counts every level of the category, tags and served locales, most first, ties by id", () => {
    const { facets, total } = search("return my order, parcel, kettle, money back, 軟體", {
      locale: "zh-Hans",
    });
    expect(total).toBe(6);
    expect(facets).toEqual({
      category: [
        { id: "orders", count: 2 },
        { id: "returns", count: 2 },
        { id: "troubleshooting", count: 2 },
        { id: "how", count: 1 },
      ],
      tag: [
        { id: "address", count: 1 },
        { id: "return", count: 1 },
        { id: "地址", count: 1 },
        { id: "退货", count: 1 },
      ],
      locale: [
        { id: "zh-Hans", count: 4 },
        { id: "en", count: 1 },
        { id: "zh-Hant", count: 1 },
      ],
    });
  });

  it("counts beyond the page, within the filters", () => {
    const { facets, hits } = search("return order parcel", { limit: 1, category: "returns" });
    expect(hits).toHaveLength(1);
    expect(facets?.category).toEqual([
      { id: "returns", count: 2 },
      { id: "how", count: 1 },
    ]);
  });

  it("counts only what was asked for", () => {
    expect(Object.keys(search("parcel", { facets: ["tag"] }).facets ?? {})).toEqual(["tag"]);
    expect(search("parcel", { facets: [] })).not.toHaveProperty("facets");
  });

  it("counts nothing where nothing is found", () => {
    const nothing = { category: [], tag: [], locale: [] };
    expect(search("zeppelin").facets).toEqual(nothing);
    expect(search("").facets).toEqual(nothing);
  });

  it.each([
    ["public", 2],
    ["agent", 3],
  ] as const)("%s sees %i entries about returns", (audience, count) => {
    const { facets } = search("return refund fee", { audience });
    expect(facets?.category?.find(({ id }) => id === "returns")?.count).toBe(count);
  });

  it("does not mix up one audience's searches with another's", () => {
    const before = search("return fee");
    search("parcel", { audience: "agent" });
    expect(search("return fee")).toEqual(before);
  });

  it("refuses what is no facet", () => {
    expect(() => search("a", { facets: ["colour" as never] })).toThrow(InvalidInputError);
  });
});

describe("filters by id", () => {
  const ids = (options: Partial<SearchFaqOptions>) =>
    search("how do I return my order", options)
      .hits.map(({ id }) => id)
      .sort();

  it("keeps to the ids that are named", () => {
    expect(ids({ ids: ["orders-address", "nowhere"] })).toEqual(["orders-address"]);
    expect(ids({ ids: [] })).toEqual([]);
    expect(search("how do I return", { ids: ["orders-address"] }).total).toBe(1);
  });

  it("leaves out the ids that are named", () => {
    const all = ids({});
    expect(all).toContain("returns-how");
    expect(ids({ exclude: ["returns-how", "nowhere"] })).toEqual(
      all.filter((id) => id !== "returns-how"),
    );
    expect(ids({ exclude: [] })).toEqual(all);
  });

  it("leaves out before it keeps to", () => {
    expect(ids({ ids: ["returns-how", "orders-address"], exclude: ["returns-how"] })).toEqual([
      "orders-address",
    ]);
  });

  it("finds no entry that the audience may not see", () => {
    expect(search("waive return fee", { ids: ["staff-returns"] }).total).toBe(0);
    expect(search("waive return fee", { ids: ["staff-returns"], audience: "agent" }).total).toBe(1);
  });
});
