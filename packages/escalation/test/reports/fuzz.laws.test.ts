import fc from "fast-check";
import { describeFuzz } from "../../../../scripts/fuzz.ts";
import {
  attainment,
  backlogAgeing,
  compareOutcomes,
  firstContactResolution,
  groupedBy,
  reopenRate,
  targetOutcomes,
  timeReport,
} from "../../src/index.ts";
import { clock, solvedTicket } from "./rows.ts";

const byTeam = groupedBy(["team", "cycle"], timeReport());
const backlog = backlogAgeing({ at: 0 as never });
const clocks = fc.array(clock, { maxLength: 5 });
const timeSum = clocks.map((rows) => rows.reduce(byTeam.add, byTeam.create()));
const shareSum = clocks.map((rows) => rows.reduce(attainment.add, attainment.create()));
const words = ["met", "first-response", '["a",1]', attainment.create(), timeReport().create()];

describeFuzz(
  {
    attainmentAdd: attainment.add,
    attainmentMerge: attainment.merge,
    attainmentFinish: attainment.finish,
    firstContactAdd: firstContactResolution.add,
    reopenRateAdd: reopenRate.add,
    backlogAdd: backlog.add,
    backlogFinish: backlog.finish,
    groupedAdd: byTeam.add,
    groupedMerge: byTeam.merge,
    groupedFinish: byTeam.finish,
    backlogAgeing,
    compareOutcomes,
    groupedBy,
    targetOutcomes,
    timeReport,
  },
  {
    words,
    arguments: {
      attainmentAdd: fc.tuple(shareSum, clock),
      attainmentMerge: fc.tuple(shareSum, shareSum),
      attainmentFinish: fc.tuple(shareSum),
      firstContactAdd: fc.tuple(fc.constant(firstContactResolution.create()), solvedTicket),
      reopenRateAdd: fc.tuple(fc.constant(reopenRate.create()), solvedTicket),
      backlogAdd: fc.tuple(fc.constant(backlog.create()), solvedTicket),
      backlogFinish: fc.tuple(fc.constant(backlog.create())),
      groupedAdd: fc.tuple(timeSum, clock),
      groupedMerge: fc.tuple(timeSum, timeSum),
      groupedFinish: fc.tuple(timeSum),
      backlogAgeing: fc.tuple(fc.constant({ at: 0, edgesHours: [1, 2, 1e5] })),
      compareOutcomes: fc.tuple(clocks, clocks),
      groupedBy: fc.tuple(fc.constant(["team"]), fc.constant(attainment)),
      timeReport: fc.tuple(fc.constant({ clock: "elapsed", percentiles: [0.1, 0.999] })),
    },
  },
);
