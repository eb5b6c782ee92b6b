import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import {
  agentsFor,
  callForecast,
  erlangA,
  erlangB,
  erlangC,
  predictService,
} from "../src/index.ts";

const amount = fc.oneof(
  fc.double({ min: 0, max: 1000 }),
  fc.constantFrom(0, 5e-324, 1e-9, 1, 1e6, 1e9),
);
const agents = fc.oneof(fc.nat({ max: 2000 }), fc.constantFrom(0, 1, 1e6));
const line = fc.record(
  {
    callsPerInterval: amount,
    intervalSeconds: amount,
    averageHandleSeconds: amount,
    withinSeconds: amount,
    patienceSeconds: amount,
  },
  { requiredKeys: ["callsPerInterval", "averageHandleSeconds"] },
);
const goal = fc
  .tuple(
    line,
    fc.record(
      {
        targetServiceLevel: fc.double({ min: 0, max: 1 }),
        maximumOccupancy: fc.double({ min: 0.2, max: 1 }),
        shrinkage: fc.double({ min: 0, max: 0.9 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([of, asked]) => ({ ...of, ...asked }));
const row = fc.record({
  date: fc.constantFrom("2026-11-24", "0000-01-01", "9999-12-31", "2026-02-30"),
  interval: fc.nat({ max: 50 }),
  calls: fc.nat({ max: 1_000_000 }),
});
const sum = fc.array(row).map((rows) => {
  const days = rows.filter(({ date }) => date !== "2026-02-30");
  return days.reduce(callForecast.add, callForecast.create());
});

describeFuzz(
  {
    erlangA,
    erlangB,
    erlangC,
    predictService,
    agentsFor,
    add: callForecast.add,
    merge: callForecast.merge,
    finish: callForecast.finish,
  },
  {
    words: ["1/18"],
    arguments: {
      erlangA: fc.tuple(amount, agents, fc.record({ patienceHandleTimes: amount })),
      erlangB: fc.tuple(amount, agents),
      erlangC: fc.tuple(amount, agents),
      predictService: fc.tuple(line, agents),
      agentsFor: fc.tuple(goal),
      add: fc.tuple(sum, row),
      merge: fc.tuple(sum, sum),
      finish: fc.tuple(sum),
    },
  },
);
