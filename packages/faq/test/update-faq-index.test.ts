import { InvalidInputError } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { buildFaqIndex, searchFaq, updateFaqIndex } from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const entry = (id: string, en = "Why is the sky blue?") => ({ id, question: { en } });
const found = (index: ReturnType<typeof buildFaqIndex>, query: string) =>
  searchFaq(index, query, { locale: "en" }).hits.map(({ id }) => id);

describe("updateFaqIndex", () => {
  it("tells what it has done", () => {
    const index = buildFaqIndex([entry("a"), entry("b"), entry("c")]);
    const update = updateFaqIndex(index, {
      put: [
        entry("new"),
        entry("a", "What is a kettle?"),
        { ...entry("b"), status: "draft" },
        { ...entry("never"), status: "archived" },
      ],
      remove: ["c", "c", "nowhere"],
    });
    expect(update).toEqual({
      added: ["new"],
      replaced: ["a"],
      removed: ["c", "b"],
      unknown: ["nowhere"],
    });
    expect(found(index, "sky")).toEqual(["new"]);
    expect(found(index, "kettle")).toEqual(["a"]);
  });

  it.each([
    ["an id that is put twice", { put: [entry("x"), entry("x")] }, ["put", 1, "id"]],
    ["an id both put and removed", { put: [entry("x")], remove: ["x"] }, ["put", 0, "id"]],
    [
      "a bad entry behind a good one",
      { put: [entry("x"), { id: "y", question: {} }] },
      ["put", 1, "question"],
    ],
    ["an unknown key", { add: [] }, ["add"]],
    ["no object", [], []],
  ])("refuses %s with its path and changes nothing", (_, changes, path) => {
    const index = buildFaqIndex(helpBase);
    const before = searchFaq(index, "return parcel", { locale: "en" });
    let issues: unknown;
    try {
      updateFaqIndex(index, changes as never);
    } catch (error) {
      if (error instanceof InvalidInputError) issues = error.issues[0]?.path;
    }
    expect(issues).toEqual(path);
    expect(searchFaq(index, "return parcel", { locale: "en" })).toEqual(before);
    expect(found(index, "sky")).toEqual([]);
  });

  it("keeps from an audience what another one's entries taught the index", () => {
    const index = buildFaqIndex([entry("a", "Where is my parcel?")]);
    updateFaqIndex(index, { put: [{ ...entry("b", "kangaroo budget"), audience: "agent" }] });
    const { terms } = searchFaq(index, "kangaro", { locale: "en" });
    expect(terms).toMatchObject([{ term: "kangaro", known: false }]);
    expect(terms[0]).not.toHaveProperty("correctedTo");
    expect(
      searchFaq(index, "kangaro", { locale: "en", audience: "agent" }).terms[0]?.correctedTo,
    ).toBe("kangaroo");
  });
});
