import { type Accumulator, accumulate } from "@kefu/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  attainment,
  backlogAgeing,
  firstContactResolution,
  groupedBy,
  reopenRate,
  timeReport,
} from "../../src/index.ts";
import { clock, solvedTicket } from "./rows.ts";

/** Splits, orders and travels as JSON: whatever happens to the rows, the result is the same. */
function describeMergeable<Row, Sum, Result>(
  name: string,
  report: Accumulator<Row, Sum, Result>,
  row: fc.Arbitrary<Row>,
) {
  const stored = (sum: Sum): Sum => JSON.parse(JSON.stringify(sum)) as Sum;
  const result = (rows: readonly Row[]) => report.finish(accumulate(report, rows));
  const rows = fc.array(row, { maxLength: 20 });

  describe(name, () => {
    it("does not depend on how the rows are split", () => {
      fc.assert(
        fc.property(rows, rows, rows, (a, b, c) => {
          const [one, two, three] = [a, b, c].map((part) => stored(accumulate(report, part)));
          const left = report.merge(report.merge(one as Sum, two as Sum), three as Sum);
          const right = report.merge(one as Sum, report.merge(two as Sum, three as Sum));
          expect(report.finish(left)).toEqual(result([...a, ...b, ...c]));
          expect(report.finish(right)).toEqual(report.finish(left));
        }),
      );
    });

    it("does not depend on the order of the rows", () => {
      const shuffled = rows.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      );
      fc.assert(
        fc.property(shuffled, ([all, mixed]) => {
          expect(result(mixed)).toEqual(result(all));
        }),
      );
    });

    it("adds nothing with the sum of nothing, and changes no argument", () => {
      fc.assert(
        fc.property(rows, (all) => {
          const sum = accumulate(report, all);
          const before = JSON.stringify(sum);
          expect(report.merge(sum, report.create())).toEqual(sum);
          expect(report.merge(report.create(), sum)).toEqual(sum);
          for (const one of all) report.add(sum, one);
          expect(JSON.stringify(sum)).toBe(before);
        }),
      );
    });
  });
}

describeMergeable("attainment", attainment, clock);
describeMergeable("first-contact resolution", firstContactResolution, solvedTicket);
describeMergeable("reopen rate", reopenRate, solvedTicket);
describeMergeable("times", timeReport({ percentiles: [0.1, 0.5, 0.99] }), clock);
describeMergeable("backlog", backlogAgeing({ at: 0 as never }), solvedTicket);
describeMergeable("times by team and cycle", groupedBy(["team", "cycle"], timeReport()), clock);

it("the groups together hold every row, each in the group of its values", () => {
  const byTeam = groupedBy(["team"], attainment);
  fc.assert(
    fc.property(fc.array(clock), (rows) => {
      const groups = byTeam.finish(accumulate(byTeam, rows));
      for (const { group, result } of groups) {
        const own = rows.filter(({ team = null }) => team === group.team);
        expect(result).toEqual(attainment.finish(accumulate(attainment, own)));
      }
      const counted = groups.map(
        ({ result: { n, excluded } }) =>
          n + excluded.running + excluded.cancelled + excluded["never-due"],
      );
      expect(counted.reduce((sum, one) => sum + one, 0)).toBe(rows.length);
    }),
  );
});
