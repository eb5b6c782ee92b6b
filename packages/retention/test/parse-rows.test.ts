import { describe, expect, it } from "vitest";
import { churn, loyaltyMatrix, rfmTable, rfmTransitions, winBackList } from "../src/index.ts";
import { catching } from "./catching.ts";

/** A list that has a length and nothing else. */
function holes(length: number): never[] {
  const list: never[] = [];
  list.length = length;
  return list;
}

const silence = { asOf: "2026-02-08", definition: { kind: "silence" } } as const;

describe("a list with holes is refused at the first one", () => {
  it.each<[string, () => unknown, readonly (string | number)[]]>([
    ["churn", () => churn(holes(1e8), silence), [0]],
    [
      "churn, within a customer",
      () => churn([{ customerId: "mei", purchases: holes(1e8) }], silence),
      [0, "purchases", 0],
    ],
    ["rfmTable", () => rfmTable(holes(1e8)), [0]],
    ["rfmTransitions", () => rfmTransitions(holes(1e8), []), [0]],
    ["loyaltyMatrix", () => loyaltyMatrix(holes(1e8)), [0]],
    ["winBackList", () => winBackList(holes(1e8)), [0]],
  ])("%s", (_, ask, path) => {
    const { code, issues } = catching(ask);
    expect([code, issues[0]?.path]).toEqual(["invalid-input", path]);
  });
});

describe("a row that is not plainly right is read by the schema", () => {
  const mei = { customerId: "mei", recencyDays: 3, frequency: 9, monetaryMinor: 90_000 };

  it.each([
    ["a name beyond the basic plane", { ...mei, customerId: "客服😀" }],
    ["a Chinese name", { ...mei, customerId: "王小明" }],
  ])("%s", (_, row) => {
    expect(rfmTable([mei, row]).customers[1]).toMatchObject(row);
  });

  it.each([
    ["an unknown key", { ...mei, tier: "gold" }, [1, "tier"]],
    ["half a purchase", { ...mei, frequency: 0.5 }, [1, "frequency"]],
    ["a control character", { ...mei, customerId: "a\u0007" }, [1, "customerId"]],
    ["half of a pair", { ...mei, customerId: "a\ud800" }, [1, "customerId"]],
    ["no row", null, [1]],
  ])("%s names the row", (_, row, path) => {
    expect(catching(() => rfmTable([mei, row as typeof mei])).issues[0]?.path).toEqual(path);
  });
});
