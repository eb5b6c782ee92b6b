import { LocalDate } from "@kefu/core";
import { expect, it } from "vitest";

it.each([
  ["2026-11-24", true],
  ["2024-02-29", true],
  ["2000-02-29", true],
  ["0000-01-01", true],
  ["9999-12-31", true],
  ["2026-02-29", false],
  ["1900-02-29", false],
  ["2026-04-31", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["2026-11-24T00:00Z", false],
  ["10000-01-01", false],
  ["", false],
  [20261124, false],
])("takes %o: %s", (value, isTaken) => {
  expect(LocalDate.safeParse(value).success).toBe(isTaken);
});
