import fc from "fast-check";
import { expect, it } from "vitest";
import { agentsFor, erlangB, erlangC, predictService } from "../src/index.ts";

const load = fc.double({ min: 0.01, max: 400, noNaN: true });
const agents = fc.integer({ min: 1, max: 500 });
const line = fc.record(
  {
    callsPerInterval: fc.double({ min: 0.1, max: 500, noNaN: true }),
    averageHandleSeconds: fc.double({ min: 5, max: 1800, noNaN: true }),
    withinSeconds: fc.double({ min: 0, max: 600, noNaN: true }),
    patienceSeconds: fc.double({ min: 5, max: 3600, noNaN: true }),
  },
  { requiredKeys: ["callsPerInterval", "averageHandleSeconds"] },
);

it("more lines block less, more load blocks more, and who is not blocked may still wait", () => {
  fc.assert(
    fc.property(load, agents, (erlangs, lines) => {
      const blocked = erlangB(erlangs, lines);
      expect(erlangB(erlangs, lines + 1)).toBeLessThanOrEqual(blocked);
      expect(erlangB(erlangs * 1.1, lines)).toBeGreaterThanOrEqual(blocked);
      expect(erlangC(erlangs, lines)).toBeGreaterThanOrEqual(blocked);
    }),
  );
});

it("the answer of every line is made of numbers, shares between 0 and 1", () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 0, max: 300 }), (hotLine, count) => {
      const predicted = predictService(hotLine, count);
      const { waitingProbability, serviceLevel, occupancy, abandonment } = predicted;
      for (const share of [waitingProbability, serviceLevel, occupancy, abandonment]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(predicted.averageSpeedOfAnswerSeconds ?? 0).toBeGreaterThanOrEqual(0);
      expect(serviceLevel + abandonment).toBeLessThanOrEqual(1 + 1e-9);
      expect(serviceLevel).toBeGreaterThanOrEqual(1 - waitingProbability - 1e-12);
    }),
  );
});

it("one more agent never serves worse", () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 0, max: 300 }), (hotLine, count) => {
      const [fewer, more] = [predictService(hotLine, count), predictService(hotLine, count + 1)];
      expect(more.serviceLevel).toBeGreaterThanOrEqual(fewer.serviceLevel - 1e-9);
      expect(more.abandonment).toBeLessThanOrEqual(fewer.abandonment + 1e-12);
    }),
  );
});

it("the number of agents is enough, and one fewer is not", () => {
  fc.assert(
    fc.property(line, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (hotLine, target) => {
      const plan = agentsFor({ ...hotLine, targetServiceLevel: target });
      expect(plan.serviceLevel).toBeGreaterThanOrEqual(target);
      fc.pre(plan.agents > 0);
      expect(predictService(hotLine, plan.agents - 1).serviceLevel).toBeLessThan(target);
    }),
    { numRuns: 50 },
  );
});
