import { expect, it } from "vitest";
import {
  type ExclusionCode,
  type MeritCode,
  type NobodyCode,
  type QueuedItem,
  routingMessages,
} from "../src/index.ts";

type Code = ExclusionCode | MeritCode | NobodyCode | QueuedItem["because"]["code"];

/** Every code that a result may carry; the type checker sees to it that none is missing. */
const codes: Readonly<Record<Code, true>> = {
  "skill-missing": true,
  "language-missing": true,
  declined: true,
  "hours-closed": true,
  absent: true,
  "capacity-full": true,
  "time-until-due": true,
  "nothing-due": true,
  "known-person": true,
  "fair-share": true,
  rested: true,
  "never-assigned": true,
  "no-agents": true,
  "nobody-qualified": true,
  "nobody-on-duty": true,
  "nobody-free": true,
  due: true,
  "waiting-limit": true,
};

it("every reason has words in three languages, and every sentence is a reason's", () => {
  expect(Object.keys(routingMessages).sort()).toEqual(Object.keys(codes).sort());
  for (const sentence of Object.values(routingMessages)) {
    expect(Object.keys(sentence)).toEqual(["en", "zh-Hans", "zh-Hant"]);
  }
});
