import {
  type Decider,
  handle,
  InvalidInputError,
  REMEMBERED_COMMANDS,
  replay,
  type Snapshot,
} from "@kefu/core";
import { describe, expect, it } from "vitest";

interface Deposit {
  readonly commandId: string;
  readonly expectedVersion?: number;
  readonly points: readonly number[];
}

/** Points go in until there are too many. */
const account: Decider<{ most: number }, number, Deposit, number, "too-much"> = {
  initial: 0,
  decide: ({ most }, balance, { points }) =>
    points.reduce((sum, point) => sum + point, balance) > most
      ? { outcome: "refused", because: "too-much" }
      : { outcome: "accepted", events: points },
  evolve: (balance, points) => balance + points,
};
const policy = { most: 100 };
const given: Snapshot<number> = { state: 7, version: 2, commandIds: ["c1", "c2"] };

describe("handle", () => {
  it("given a state, when a command is accepted, then its events are applied", () => {
    expect(handle(account, policy, given, { commandId: "c3", points: [5, 6] })).toEqual({
      outcome: "accepted",
      events: [5, 6],
      snapshot: { state: 18, version: 4, commandIds: ["c1", "c2", "c3"] },
    });
  });

  it("when a command leads to no event, then it is remembered all the same", () => {
    expect(handle(account, policy, given, { commandId: "c3", points: [] })).toEqual({
      outcome: "accepted",
      events: [],
      snapshot: { state: 7, version: 2, commandIds: ["c1", "c2", "c3"] },
    });
  });

  it("when a command is refused, then nothing has changed and it may be tried again", () => {
    const command = { commandId: "c3", points: [94] };
    expect(handle(account, policy, given, command)).toEqual({
      outcome: "refused",
      because: "too-much",
    });
    expect(handle(account, { most: 101 }, given, command).outcome).toBe("accepted");
  });

  it("when a command comes twice, then it is a duplicate, whatever version it expects", () => {
    const command = { commandId: "c1", points: [5], expectedVersion: 0 };
    expect(handle(account, policy, given, command)).toEqual({
      outcome: "duplicate",
      snapshot: given,
    });
  });

  it.each([
    [1, { outcome: "conflict", expectedVersion: 1, actualVersion: 2 }],
    [3, { outcome: "conflict", expectedVersion: 3, actualVersion: 2 }],
    [0, { outcome: "conflict", expectedVersion: 0, actualVersion: 2 }],
  ])("when version %d is expected, then it is a conflict", (expectedVersion, outcome) => {
    const command = { commandId: "c3", points: [5], expectedVersion };
    expect(handle(account, policy, given, command)).toEqual(outcome);
  });

  it("when the right version is expected, then it is accepted", () => {
    const command = { commandId: "c3", points: [5], expectedVersion: 2 };
    expect(handle(account, policy, given, command).outcome).toBe("accepted");
  });

  it("remembers a bounded number of commands, the latest", () => {
    const commandIds = Array.from({ length: REMEMBERED_COMMANDS }, (_, at) => `c${at}`);
    const full = { ...given, commandIds };
    const handled = handle(account, policy, full, { commandId: "new", points: [] });
    const remembered = handled.outcome === "accepted" ? handled.snapshot.commandIds : [];
    expect(remembered).toHaveLength(256);
    expect([remembered[0], remembered.at(-1)]).toEqual(["c1", "new"]);
  });

  it.each([
    [{ commandId: "" }, "command: commandId: "],
    [{}, "command: commandId: "],
    [{ commandId: "c", expectedVersion: -1 }, "command: expectedVersion: "],
    [null, "command: "],
  ])("refuses the command %o", (command, message) => {
    const run = () => handle(account, policy, given, command as Deposit);
    expect(run).toThrow(InvalidInputError);
    expect(run).toThrow(message);
  });

  it.each([
    [{ state: 1, version: -1, commandIds: [] }, "snapshot: version: "],
    [{ state: 1, version: 1 }, "snapshot: commandIds: "],
    [{ state: 1, version: 1, commandIds: [1] }, "snapshot: commandIds.0: "],
    [null, "snapshot: "],
  ])("refuses the snapshot %o", (snapshot, message) => {
    const command = { commandId: "c", points: [] };
    expect(() => handle(account, policy, snapshot as never, command)).toThrow(message);
  });

  it.each([[null], [{}], [{ decide: 1 }]])("refuses the decider %o", (decider) => {
    const run = () => handle(decider as never, policy, given, { commandId: "c" } as Deposit);
    expect(run).toThrow("decider: must have decide");
  });
});

describe("replay", () => {
  it("of nothing is the beginning", () => {
    expect(replay(account, [])).toEqual({ state: 0, version: 0, commandIds: [] });
  });

  it("goes on from a snapshot", () => {
    const since = { snapshot: given, commandIds: ["c3"] };
    expect(replay(account, [1, 2, 3], since)).toEqual({
      state: 13,
      version: 5,
      commandIds: ["c1", "c2", "c3"],
    });
    expect(given.commandIds).toEqual(["c1", "c2"]);
  });

  it.each([
    [null, [], {}, "decider: must have evolve"],
    [{ initial: 0 }, [], {}, "decider: must have evolve"],
    [account, {}, {}, "events: must be a list"],
    [account, [], { snapshot: {} }, "snapshot: version: "],
    [account, [], { commandIds: [""] }, "command ids: 0: "],
  ])("refuses %o, %o, %o", (decider, events, since, message) => {
    const run = () => replay(decider as never, events as never, since as never);
    expect(run).toThrow(InvalidInputError);
    expect(run).toThrow(message);
  });
});
