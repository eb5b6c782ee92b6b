import { type Decider, handle, replay, type Snapshot } from "@kefu/core";
import fc from "fast-check";
import { expect, it } from "vitest";

interface Take {
  readonly commandId: string;
  readonly amount: number;
}

const stock: Decider<null, number, Take, number, "sold-out"> = {
  initial: 20,
  decide: (_, left, { amount }) =>
    amount > left
      ? { outcome: "refused", because: "sold-out" }
      : { outcome: "accepted", events: [amount] },
  evolve: (left, amount) => left - amount,
};
const commands = fc.array(
  fc.record({ commandId: fc.stringMatching(/^[a-d]$/), amount: fc.nat({ max: 9 }) }),
  { maxLength: 12 },
);

/** What a host does: handles each command, and stores events and ids of the accepted ones. */
function carryOut(all: readonly Take[]) {
  let snapshot: Snapshot<number> = replay(stock, []);
  const events: number[] = [];
  const commandIds: string[] = [];
  for (const command of all) {
    const handled = handle(stock, null, snapshot, command);
    if (handled.outcome !== "accepted") continue;
    snapshot = handled.snapshot;
    events.push(...handled.events);
    commandIds.push(command.commandId);
  }
  return { snapshot, events, commandIds };
}

it("replaying what was stored gives the snapshot", () => {
  fc.assert(
    fc.property(commands, (all) => {
      const { snapshot, events, commandIds } = carryOut(all);
      expect(replay(stock, events, { commandIds })).toEqual(snapshot);
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    }),
  );
});

it("replaying in two steps is replaying in one", () => {
  const events = fc.array(fc.nat(), { maxLength: 20 });
  fc.assert(
    fc.property(events, events, (first, second) => {
      const snapshot = replay(stock, first);
      expect(replay(stock, second, { snapshot })).toEqual(replay(stock, [...first, ...second]));
    }),
  );
});

it("sending every command again changes nothing that was accepted", () => {
  fc.assert(
    fc.property(commands, (all) => {
      const { snapshot, commandIds } = carryOut(all);
      for (const commandId of commandIds) {
        const again = handle(stock, null, snapshot, { commandId, amount: 1 });
        expect(again).toEqual({ outcome: "duplicate", snapshot });
      }
    }),
  );
});
