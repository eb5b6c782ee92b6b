import { InvalidInputError } from "@kefu/core";
import { expect, it } from "vitest";
import { Audience, maySee } from "../src/index.ts";

it("lets each audience see its own level and those before it", () => {
  const table = Audience.options.map((reader) =>
    Audience.options.filter((meantFor) => maySee(reader, meantFor)),
  );
  expect(table).toEqual([
    ["public"],
    ["public", "customer"],
    ["public", "customer", "agent"],
    ["public", "customer", "agent", "admin"],
  ]);
});

it("refuses who is no audience", () => {
  expect(() => maySee("boss" as never, "public")).toThrow(InvalidInputError);
  expect(() => maySee("agent", undefined as never)).toThrow(InvalidInputError);
});
