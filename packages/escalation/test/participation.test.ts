import { handle, instant, replay } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { participation } from "../src/index.ts";

const at = (day: number) => instant(Date.UTC(2026, 10, day));
type Command = Parameters<typeof participation.decide>[2];
const invite: Command = {
  ...{ type: "invite", commandId: "c0", at: at(1), kind: "beta" },
  ...{ customerId: "u1", answerBy: at(8) },
};

/** The status after some commands, or what the last one is refused with. */
function lead(...commands: Command[]): string {
  let snapshot = replay(participation, []);
  for (const command of commands) {
    const handled = handle(participation, undefined, snapshot, command);
    if (handled.outcome === "refused") return handled.because.code;
    if (handled.outcome === "accepted") snapshot = handled.snapshot;
  }
  return snapshot.state.status;
}

describe("an invitation to take part", () => {
  const yes = (day: number): Command => ({
    type: "answer",
    commandId: "c1",
    at: at(day),
    answer: "yes",
  });
  const give: Command = { type: "contribute", commandId: "c2", at: at(9), reference: "idea-1" };
  const thank: Command = {
    type: "thank",
    commandId: "c3",
    at: at(20),
    outcome: "In the next model.",
  };
  it.each([
    ["invited", [invite]],
    ["already-invited", [invite, { ...invite, commandId: "again" }]],
    ["taking-part", [invite, yes(8)]],
    ["answered-too-late", [invite, { ...yes(8), at: instant(at(8) + 1) }]],
    ["declined", [invite, { ...yes(2), answer: "no" }]],
    ["invited", [invite, { type: "tick", commandId: "t", at: at(8) }]],
    ["lapsed", [invite, { type: "tick", commandId: "t", at: at(9) }]],
    ["not-taking-part", [invite, give]],
    ["nothing-contributed", [invite, yes(2), thank]],
    ["thanked", [invite, yes(2), give, thank]],
    ["not-invited", [yes(2)]],
  ] as [string, Command[]][])("%s", (expected, commands) => {
    expect(lead(...commands)).toBe(expected);
  });
});
