import { accumulate, type Instant, instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { backlogAgeing } from "../../src/index.ts";

const HOUR = 3_600_000;
const at = instant("2026-11-24T12:00:00Z");
const ticket = (openedAt: number, solvedAt?: number) => ({
  ticketId: "t1",
  openedAt,
  ...(solvedAt === undefined ? {} : { solvedAt }),
});

describe("backlogAgeing", () => {
  const backlog = backlogAgeing({ at, edgesHours: [4, 24] });
  const counts = (row: ReturnType<typeof ticket>) =>
    backlog.finish(accumulate(backlog, [row])).groups.map(({ count }) => count);

  it.each([
    ["opened at this moment", ticket(at), [1, 0, 0]],
    ["opened the moment after", ticket(at + 1), [0, 0, 0]],
    ["a moment younger than the first edge", ticket(at - 4 * HOUR + 1), [1, 0, 0]],
    ["as old as the first edge", ticket(at - 4 * HOUR), [0, 1, 0]],
    ["older than the last edge", ticket(at - 1000 * HOUR), [0, 0, 1]],
    ["solved at this moment", ticket(at - HOUR, at), [0, 0, 0]],
    ["solved the moment after", ticket(at - HOUR, at + 1), [1, 0, 0]],
  ])("counts a ticket that was %s", (_, row, expected) => {
    expect(counts(row)).toEqual(expected);
  });

  it("tells the groups, the oldest, and what is left out", () => {
    const rows = [ticket(at - 5 * HOUR), ticket(at - HOUR), ticket(at + 1), ticket(at - HOUR, at)];
    expect(backlog.finish(accumulate(backlog, rows))).toEqual({
      value: 2,
      interval: null,
      n: 2,
      groups: [
        { fromHours: 0, toHours: 4, count: 1 },
        { fromHours: 4, toHours: 24, count: 1 },
        { fromHours: 24, toHours: null, count: 0 },
      ],
      oldestMilliseconds: 5 * HOUR,
      excluded: { later: 1, solved: 1 },
      definition: { code: "backlog", facts: { n: 2 } },
    });
  });

  it("has no oldest ticket when none is open", () => {
    expect(backlog.finish(backlog.create())).toMatchObject({ value: 0, oldestMilliseconds: null });
  });

  it.each([[[]], [[4, 4]], [[24, 4]], [[0]], [[-1, 4]]])("refuses edges of %j", (edgesHours) => {
    expect(() => backlogAgeing({ at, edgesHours })).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });

  it("refuses a sum that was cut otherwise", () => {
    const other = backlogAgeing({ at: 0 as Instant, edgesHours: [1] });
    expect(() => backlog.merge(backlog.create(), other.create())).toThrow(
      expect.objectContaining({ code: "invalid-input" }),
    );
  });
});
