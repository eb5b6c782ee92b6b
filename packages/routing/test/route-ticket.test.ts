import { explainBecause, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import {
  type AgentInput,
  type RoutingPolicyInput,
  routeTicket,
  routingMessages,
  type WorkItemInput,
} from "../src/index.ts";
import { at, calendars, NOW, person, ticket } from "./desks.ts";

const route = (
  item: WorkItemInput,
  agents: readonly AgentInput[],
  more: { readonly at?: typeof NOW; readonly policy?: RoutingPolicyInput } = {},
) =>
  routeTicket(item, agents, more.at ?? NOW, {
    calendars,
    ...(more.policy === undefined ? {} : { policy: more.policy }),
  });
const codesAgainst = (item: WorkItemInput, agent: AgentInput, moment = NOW) =>
  route(item, [agent], { at: moment }).excluded.flatMap(({ because }) =>
    because.map(({ code }) => code),
  );
const winner = (...args: Parameters<typeof route>) => {
  const result = route(...args);
  return result.outcome === "assigned" ? result.agentId : result.because.code;
};
/** Only one part counts. */
const only = (part: "slack" | "known" | "fairness" | "rest"): RoutingPolicyInput => ({
  weights: { slack: 0, known: 0, fairness: 0, rest: 0, [part]: 1 },
  tieBreak: "id",
});

describe("who is left out", () => {
  it.each([
    ["a level below", { skills: { repairs: 2 } }, { skills: { repairs: 1 } }, ["skill-missing"]],
    ["the level asked for", { skills: { repairs: 2 } }, { skills: { repairs: 2 } }, []],
    ["another skill", { skills: { repairs: 1 } }, { skills: { orders: 5 } }, ["skill-missing"]],
    ["a skill named as objects have it", { skills: { toString: 1 } }, {}, ["skill-missing"]],
    ["no language asked for", {}, { languages: [] }, []],
    ["another language", { language: "de" }, { languages: ["en"] }, ["language-missing"]],
    ["a region of the language", { language: "en-GB" }, { languages: ["en"] }, []],
    ["a wider wish", { language: "en" }, { languages: ["en-GB"] }, []],
    ["another region", { language: "en-GB" }, { languages: ["en-US"] }, ["language-missing"]],
    ["繁體 for 臺灣", { language: "zh-TW" }, { languages: ["zh-Hant"] }, []],
    ["简体 for 臺灣", { language: "zh-TW" }, { languages: ["zh-Hans"] }, ["language-missing"]],
    ["all of Chinese for 香港", { language: "zh-Hant-HK" }, { languages: ["zh"] }, []],
    ["大陆 for 简体", { language: "zh-Hans" }, { languages: ["zh-CN"] }, []],
    ["繁體 for whoever says Chinese", { language: "zh" }, { languages: ["zh-Hant"] }, []],
    ["having declined", { declinedBy: ["lin"] }, {}, ["declined"]],
    ["a place left", {}, { capacity: 3, load: 2 }, []],
    ["no place left", {}, { capacity: 3, load: 3 }, ["capacity-full"]],
    ["too small a place", { size: 2 }, { capacity: 3, load: 2 }, ["capacity-full"]],
    ["several reasons", { language: "de" }, { capacity: 0 }, ["language-missing", "capacity-full"]],
  ])("%s", (_, item, agent, codes) => {
    expect(codesAgainst(ticket(item), person("lin", agent))).toEqual(codes);
  });

  it.each([
    ["2026-11-24T08:59:59.999Z", ["hours-closed"]],
    ["2026-11-24T09:00:00.000Z", []],
    ["2026-11-24T11:59:59.999Z", []],
    ["2026-11-24T12:00:00.000Z", ["absent"]],
    ["2026-11-24T12:59:59.999Z", ["absent"]],
    ["2026-11-24T13:00:00.000Z", []],
    ["2026-11-24T16:59:59.999Z", []],
    ["2026-11-24T17:00:00.000Z", ["hours-closed"]],
  ])("at %s", (moment, codes) => {
    const lunch = { from: at("2026-11-24T12:00Z"), to: at("2026-11-24T13:00Z") };
    expect(codesAgainst(ticket(), person("lin", { absences: [lunch] }), at(moment))).toEqual(codes);
  });

  it("is listed with the facts", () => {
    const item = ticket({ skills: { repairs: 3 } });
    expect(route(item, [person("lin", { skills: { repairs: 1 } })]).excluded).toEqual([
      {
        agentId: "lin",
        because: [{ code: "skill-missing", facts: { skill: "repairs", needed: 3, level: 1 } }],
      },
    ]);
  });
});

describe("who goes first", () => {
  it.each([
    ["who has working time left until the due", only("slack"), { calendar: "always" }, {}],
    ["whom the customer knows", only("known"), {}, {}],
    ["who got less than their share", only("fairness"), {}, { recentAssignments: 1 }],
    [
      "who got less for their weight",
      only("fairness"),
      { recentAssignments: 3, weight: 4 },
      { recentAssignments: 2 },
    ],
    ["who never had one", only("rest"), {}, { lastAssignedAt: NOW - 1000 }],
    [
      "who rests longer",
      only("rest"),
      { lastAssignedAt: NOW - 2000 },
      { lastAssignedAt: NOW - 1000 },
    ],
  ])("%s", (_, policy, better, worse) => {
    const item = ticket({ dueAt: at("2026-11-25T09:30Z"), knownAgentId: "z" });
    const agents = [person("a", worse), person("z", better)];
    const wide = { ...policy, enoughTime: { hours: 24 } };
    expect(winner(item, agents, { policy: wide })).toBe("z");
  });

  it("whoever's id comes first, when all else is equal and the policy says so", () => {
    const agents = [person("b"), person("B"), person("a")];
    expect(winner(ticket(), agents, { policy: { tieBreak: "id" } })).toBe("B");
  });

  it("otherwise drawn from ticket and agent: always the same, and even over many tickets", () => {
    const agents = ["a", "b", "c"].map((id) => person(id));
    const got = Array.from({ length: 900 }, (_, i) => winner(ticket({ id: `t${i}` }), agents));
    for (const id of ["a", "b", "c"]) {
      const share = got.filter((one) => one === id).length;
      expect(share).toBeGreaterThan(250);
      expect(share).toBeLessThan(350);
    }
  });

  it("tells what the score is made of", () => {
    const item = ticket({ dueAt: at("2026-11-24T12:00Z"), knownAgentId: "lin" });
    const result = route(item, [person("lin", { lastAssignedAt: at("2026-11-24T09:45Z") })]);
    // Weights 2, 4, 2, 1: half of 4 h until the due, known, all of the share missing, a quarter of an hour's rest.
    expect(result).toMatchObject({
      outcome: "assigned",
      ranked: [
        {
          agentId: "lin",
          score: Number(((2 * 0.5 + 4 + 2 + 0.25) / 9).toFixed(9)),
          because: [
            { code: "time-until-due", facts: { points: 0.111, minutes: 120 } },
            { code: "known-person", facts: { points: 0.444 } },
            { code: "fair-share", facts: { points: 0.222, got: 0, percent: 100 } },
            { code: "rested", facts: { points: 0.028, minutes: 15 } },
          ],
        },
      ],
    });
  });

  it("does not count absence as working time until the due", () => {
    const item = ticket({ dueAt: at("2026-11-24T12:00Z") });
    const absences = [{ from: at("2026-11-24T10:30Z"), to: at("2026-11-24T11:30Z") }];
    const agents = [person("a", { absences }), person("z")];
    expect(winner(item, agents, { policy: only("slack") })).toBe("z");
  });

  it("gives the shares that weights ask for, over a day", () => {
    const got = new Map([
      ["a", 0],
      ["b", 0],
      ["c", 0],
    ]);
    for (let i = 0; i < 400; i++) {
      const agents = [...got].map(([id, recentAssignments]) =>
        person(id, { recentAssignments, weight: id === "a" ? 2 : 1 }),
      );
      const id = winner(ticket({ id: `t${i}` }), agents, { policy: only("fairness") });
      got.set(id, (got.get(id) ?? 0) + 1);
    }
    expect(Object.fromEntries(got)).toEqual({ a: 200, b: 100, c: 100 });
  });
});

describe("nobody", () => {
  const night = at("2026-11-27T20:00Z"); // a Friday
  const skilled = { skills: { repairs: 1 } };
  const item = ticket({ skills: { repairs: 1 } });

  it.each([
    ["without agents", [], "no-agents", null],
    ["without skills", [person("lin")], "nobody-qualified", null],
    ["after hours", [person("lin", skilled)], "nobody-on-duty", "2026-11-30T09:00:00.000Z"],
    [
      "until the first of several opens",
      [person("lin", skilled), person("mei", { ...skilled, calendar: "shanghai" })],
      "nobody-on-duty",
      "2026-11-30T01:00:00.000Z",
    ],
    [
      "until an absence ends",
      [
        person("lin", {
          ...skilled,
          absences: [
            { from: at("2026-12-01T00:00Z"), to: at("2026-12-02T10:00Z") },
            { from: at("2026-11-30T00:00Z"), to: at("2026-12-01T12:00Z") },
          ],
        }),
      ],
      "nobody-on-duty",
      "2026-12-02T10:00:00.000Z",
    ],
    ["ever", [person("lin", { ...skilled, calendar: "never" })], "nobody-on-duty", null],
    [
      "with room",
      [person("lin", { ...skilled, calendar: "always", load: 1 })],
      "nobody-free",
      null,
    ],
    [
      "with room, but one to come",
      [person("lin", { ...skilled, calendar: "always", load: 1 }), person("mei", skilled)],
      "nobody-free",
      "2026-11-30T09:00:00.000Z",
    ],
  ])("%s", (_, agents, code, next) => {
    const result = route(item, agents, { at: night });
    expect(result).toMatchObject({ outcome: "nobody", because: { code } });
    expect(result.excluded).toHaveLength(agents.length);
    const nextEligibleAt = result.outcome === "nobody" ? result.nextEligibleAt : undefined;
    expect(nextEligibleAt && isoOf(nextEligibleAt)).toBe(next);
  });

  it.each([
    ["en", "None of 2 has the skills and the language."],
    ["zh-CN", "2人中无人具备所需技能和语言。"],
    ["zh-HK", "2人中無人具備所需技能和語言。"],
  ])("says so in %s", (locale, sentence) => {
    const result = route(item, [person("a"), person("b")]);
    expect(result.outcome).toBe("nobody");
    if (result.outcome !== "nobody") return;
    expect(explainBecause(result.because, locale, routingMessages)).toBe(sentence);
  });
});

describe("mistakes", () => {
  it.each([
    ["an agent listed twice", ticket(), [person("a"), person("a")]],
    ["a calendar that is not there", ticket(), [person("a", { calendar: "mars" })]],
    ["a calendar named as objects have it", ticket(), [person("a", { calendar: "constructor" })]],
    ["a skill level of 0", ticket({ skills: { repairs: 0 } }), [person("a")]],
    ["an absence that ends first", ticket(), [person("a", { absences: [{ from: 1, to: 0 }] })]],
  ])("refuses %s", (_, item, agents) => {
    expect(() => route(item, agents)).toThrow(expect.objectContaining({ code: "invalid-input" }));
  });
});

it("every reason has a sentence in all three languages", () => {
  for (const [code, sentence] of Object.entries(routingMessages)) {
    expect(Object.keys(sentence), code).toEqual(["en", "zh-Hans", "zh-Hant"]);
  }
});
