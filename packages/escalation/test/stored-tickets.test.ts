import { readdirSync, readFileSync } from "node:fs";
import { instant } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { type EscalationTicket, escalation, viewTicket } from "../src/index.ts";
import { DESKS, oneTarget, story } from "./story.ts";

const folder = new URL("fixtures/", import.meta.url);
const policy = oneTarget(
  {
    ...{ metric: "resolution", budget: { working: { hours: 4 } } },
    thresholds: [{ id: "half", at: { ratio: 0.5 } }],
  },
  { promises: { calendar: "desk" } },
);
const { context } = story(policy, { desk: DESKS.berlin });
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

describe("a ticket that an earlier version of the package stored", () => {
  it.each(readdirSync(folder))("%s still loads and goes on", (name) => {
    const { ticket, view }: { ticket: EscalationTicket; view: object } = read(name);
    const at = instant("2026-06-02T12:00:00Z");
    expect(viewTicket(context, ticket, at)).toMatchObject(view);
    const tickets = escalation(context);
    const decision = tickets.decide(undefined, ticket, { type: "resolve", id: "end", at });
    expect(decision).toMatchObject({ outcome: "accepted" });
  });
});
