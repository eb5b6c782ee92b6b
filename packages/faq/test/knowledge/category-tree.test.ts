import { InvalidInputError } from "@kefu/core";
import { buildCategoryTree, countByCategory, type FaqCategory } from "@kefu/faq";
import { describe, expect, it } from "vitest";

const name = { en: "x", "zh-Hans": "甲", "zh-Hant": "甲" };
const category = (id: string, parent?: string): FaqCategory =>
  parent === undefined ? { id, name } : { id, name, parent };
const chain = (levels: number) =>
  Array.from({ length: levels }, (_, level) =>
    category(`c${level}`, level === 0 ? undefined : `c${level - 1}`),
  );

function issuesOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
  return [];
}

describe("buildCategoryTree", () => {
  it("keeps the given order and tells breadcrumbs, wherever a parent stands in the list", () => {
    const tree = buildCategoryTree([category("b", "a"), category("a"), category("c", "a")]);
    expect(tree.map(({ id }) => id)).toEqual(["a"]);
    expect(tree[0]?.children.map(({ path }) => path)).toEqual([
      ["a", "b"],
      ["a", "c"],
    ]);
  });

  it.each([
    ["an id twice", [category("a"), category("a")], [1, "id"]],
    ["an unknown parent", [category("a", "z")], [0, "parent"]],
    ["its own parent", [category("a", "a")], [0, "parent"]],
    ["a circle", [category("a"), category("b", "c"), category("c", "b")], [1, "parent"]],
    ["17 levels", chain(17), [16, "parent"]],
    ["a broken locale", [{ id: "a", name: { "not a locale": "x" } }], [0, "name", "not a locale"]],
  ])("refuses %s with its path", (_, categories, path) => {
    expect(issuesOf(() => buildCategoryTree(categories))[0]?.path).toEqual(path);
  });

  it("goes 16 levels deep", () => {
    expect(buildCategoryTree(chain(16))).toHaveLength(1);
  });

  it("is not confused by names that reach prototypes", () => {
    expect(buildCategoryTree([category("__proto__"), category("constructor")])).toHaveLength(2);
  });

  it("takes a wide tree in linear time", () => {
    const wide = Array.from({ length: 20_000 }, (_, at) => category(`w${at}`));
    expect(buildCategoryTree(wide)).toHaveLength(20_000);
  });
});

describe("countByCategory", () => {
  const tree = buildCategoryTree([category("a"), category("b", "a"), category("c")]);
  const entry = (
    path: string[],
    audience: "public" | "agent" = "public",
    status = "published",
  ) => ({
    category: path,
    audience,
    status,
  });
  const entries = [
    ...[entry(["a"]), entry(["a", "b"]), entry(["a", "b"], "agent"), entry([])],
    ...[entry(["a"], "public", "draft"), entry(["nowhere"])],
  ];

  it.each([
    ["public", [1, 2], [1, 1], [0, 0]],
    ["agent", [1, 3], [2, 2], [0, 0]],
  ] as const)("counts only what %s may see", (audience, a, b, c) => {
    const counts = countByCategory(tree, entries, audience).map(({ own, total }) => [own, total]);
    expect(counts).toEqual([a, b, c]);
  });

  it("counts entries as they are written: public and published where nothing else is said", () => {
    expect(countByCategory(tree, [{ category: ["c"] }, {}], "public").at(-1)?.own).toBe(1);
  });
});
