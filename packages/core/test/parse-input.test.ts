import { InvalidInputError, KefuError, type KefuIssue, parseInput } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const Policy = z.strictObject({ days: z.int().default(30), tags: z.array(z.string()).optional() });

function issuesOf(run: () => unknown): readonly KefuIssue[] {
  try {
    run();
  } catch (error) {
    if (error instanceof KefuError) return error.issues;
  }
  return [];
}

function towerOf(levels: number): unknown {
  let tower: unknown = "top";
  for (let level = 0; level < levels; level++) tower = [tower];
  return tower;
}

describe("parseInput", () => {
  it("fills in defaults and leaves the input alone", () => {
    const input = Object.freeze({});
    expect(parseInput(Policy, "policy", input)).toEqual({ days: 30 });
    expect(input).toEqual({});
  });

  it("names every path that is wrong, all at once", () => {
    const issues = issuesOf(() =>
      parseInput(Policy, "policy", { days: "x", tags: ["a", 1], y: 1 }),
    );
    expect(issues.map(({ path }) => path)).toEqual([["days"], ["tags", 1], ["y"]]);
  });

  it("says what was being read and where it is wrong", () => {
    const read = () => parseInput(z.object({ a: z.literal(1) }), "return policy", { a: 2 });
    expect(read).toThrow(InvalidInputError);
    expect(read).toThrow("return policy: a: Invalid input: expected 1");
    expect(() => parseInput(z.null(), "it", 1)).toThrow(/^it: Invalid input: expected null/);
  });

  it("says what is wrong with the key of a record", () => {
    const Names = z.record(z.string().max(2, "must be short"), z.number());
    expect(issuesOf(() => parseInput(Names, "names", { long: 1 }))).toEqual([
      { path: ["long"], message: "must be short" },
    ]);
  });

  it("writes symbols in paths as text", () => {
    const schema = z.any().refine(() => false, { path: [Symbol("here")] });
    expect(issuesOf(() => parseInput(schema, "it", 1))[0]?.path).toEqual(["Symbol(here)"]);
  });

  it.each([
    [64, []],
    [65, [{ path: [], message: "nested deeper than 64 levels, or in a circle" }]],
    [100_000, [{ path: [], message: "nested deeper than 64 levels, or in a circle" }]],
  ])("bounds the depth: %d levels", (levels, issues) => {
    expect(issuesOf(() => parseInput(z.unknown(), "it", towerOf(levels)))).toEqual(issues);
  });

  it("refuses circles, and takes what is shared without going through it twice", () => {
    const circle: unknown[] = [];
    circle.push({ circle });
    expect(() => parseInput(z.unknown(), "it", circle)).toThrow(InvalidInputError);
    let shared: unknown = 1;
    for (let level = 0; level < 60; level++) shared = [shared, shared];
    expect(parseInput(z.unknown(), "it", shared)).toBe(shared);
  });

  it.each([[undefined], [null], [{}], [{ safeParse: 1 }], ["schema"]])(
    "refuses %o as schema",
    (schema) => {
      const read = () => parseInput(schema as unknown as z.ZodType, "it", 1);
      expect(read).toThrow("schema: must have safeParse");
      expect(read).toThrow(InvalidInputError);
    },
  );

  it("survives a subject that cannot be made a text", () => {
    const subject = { toString: 1 } as unknown as string;
    expect(() => parseInput(z.null(), subject, 1)).toThrow(/^input: /);
  });

  it("turns an exception inside the schema into an error with a code", () => {
    const read = () => parseInput(z.string().max(3), "name", { length: Object.create(null) });
    expect(read).toThrow(InvalidInputError);
    expect(read).toThrow("name: cannot be read");
  });
});

describe("errors", () => {
  it("carry code, name and issues, and are errors of JavaScript", () => {
    const error = new InvalidInputError("order", [
      { path: [], message: "is wrong" },
      { path: ["lines", 0, "id"], message: "is missing" },
    ]);
    expect(error).toBeInstanceOf(KefuError);
    expect(error).toBeInstanceOf(Error);
    expect(error.code).toBe("invalid-input");
    expect(error.name).toBe("InvalidInputError");
    expect(error.message).toBe("order: is wrong; lines.0.id: is missing");
    expect(error.issues).toHaveLength(2);
  });
});

describe("where it is wrong", () => {
  const Budget = z.union([
    z.strictObject({ working: z.strictObject({ hours: z.number() }) }),
    z.strictObject({ elapsed: z.strictObject({ days: z.number() }) }),
  ]);
  const Policy = z.strictObject({ budget: Budget, limit: z.union([z.string(), z.number()]) });

  it.each([
    [{ budget: { working: { hours: 1, hourz: 4 } }, limit: 1 }, ["budget", "working", "hourz"]],
    [{ budget: { elapsed: { days: "4" } }, limit: 1 }, ["budget", "elapsed", "days"]],
    [{ budget: { working: { hours: 1 } }, limit: true }, ["limit"]],
    [{ budget: { working: { hours: 1 } }, limit: 1, most: 2 }, ["most"]],
  ])("%j", (input, path) => {
    const read = () => parseInput(Policy, "policy", input);
    expect(read).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path })] }));
  });
});
