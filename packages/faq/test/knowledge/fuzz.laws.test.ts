import * as faq from "@kefu/faq";
import fc from "fast-check";
import { anyText } from "../../../../scripts/any-text.ts";
import { describeFuzz } from "../../../../scripts/fuzz.ts";
import { helpBase } from "../help-base.ts";

const content = { question: { en: "Returns?", "zh-Hans": "退货？" }, tags: ["a"] };
const revision = { number: 1, content, author: "ada", at: 0, why: "" };
const life = fc.constant({
  ...faq.entryDecider.initial,
  revisions: [revision],
  stage: "approved",
  publications: [{ revision: 1, from: 5, until: 9 }],
  reviewBy: 7,
});
const head = { commandId: "c", by: "bob", at: 6 };
const command = fc.constantFrom(
  { ...head, type: "create", content },
  { ...head, type: "revise", content: { ...content, tags: [] }, checked: ["zh-Hans"] },
  { ...head, type: "restoreRevision", revision: 1 },
  { ...head, type: "approve" },
  { ...head, type: "schedule", from: 20, until: 30 },
  { ...head, type: "confirmReview" },
);
const event = fc.constantFrom(
  { type: "revised", revision: { ...revision, number: 2 } },
  { type: "published", by: "bob", at: 1, publication: { revision: 1, from: 2, until: null } },
  { type: "archived", by: "bob", at: 1, why: "" },
);
const policy = fc.constant({ approvals: 1, reviewAfter: { weeks: 1e9 } });
const moment = fc.constantFrom(0, 6, 8.64e15);
const board = fc.constant({
  verdicts: [{ type: "merged", question: "a", queries: ["a"], by: "b", at: 0, into: "b" }],
});
const gaps = fc.constant([
  { question: "a", weight: 1, locales: [], members: [{ query: "a", weight: 1 }] },
  { question: "b", weight: 1, locales: [], members: [{ query: "b", weight: 1 }] },
]);
const gapCommand = fc.constant({
  ...head,
  type: "dismiss",
  question: "c",
  queries: ["c"],
  why: "",
});
const gapEvent = fc.constant({ type: "reopened", question: "a", by: "b", at: 0 });
const tree = fc.constant({
  format: "decisionTree",
  nodes: [
    { kind: "question", id: "q", question: "?", options: [{ label: "y", next: "o" }] },
    { kind: "outcome", id: "o", markdown: "." },
  ],
});
const categories = fc.constant([
  { id: "a", name: { en: "A" } },
  { id: "b", name: { en: "B" }, parent: "a" },
]);
const votes = faq.helpfulness({ at: 0 as never });
const analytics = faq.searchAnalytics();
const vote = fc.constant({ entryId: "a", voter: "v", vote: "yes", at: 0 });
const votesSum = fc.constantFrom({ votes: [] }, { votes: [[["a", 1, "v", 0, "yes", ""]]] });
const searched = { type: "searched", sessionId: "s", at: 0, query: "q", hits: 0 };
const searchSum = fc.constantFrom({ events: [] }, { events: [[JSON.stringify(searched)]] });

describeFuzz(
  {
    buildCategoryTree: faq.buildCategoryTree,
    countByCategory: faq.countByCategory,
    decideEntry: faq.entryDecider.decide,
    evolveEntry: faq.entryDecider.evolve,
    decideGap: faq.gapDecider.decide,
    evolveGap: faq.gapDecider.evolve,
    addVote: votes.add,
    mergeVotes: votes.merge,
    finishVotes: votes.finish,
    addEvent: analytics.add,
    mergeEvents: analytics.merge,
    finishEvents: analytics.finish,
    diffRevisions: faq.diffRevisions,
    entryStatus: faq.entryStatus,
    entryWakeAt: faq.entryWakeAt,
    faqPage: faq.faqPage,
    feltSeconds: faq.feltSeconds,
    fillMacros: faq.fillMacros,
    findGaps: faq.findGaps,
    helpfulness: faq.helpfulness,
    jsonForScript: faq.jsonForScript,
    lintKnowledge: faq.lintKnowledge,
    openGaps: faq.openGaps,
    readability: faq.readability,
    searchAnalytics: faq.searchAnalytics,
    staleTranslations: faq.staleTranslations,
    walkDecisionTree: faq.walkDecisionTree,
  },
  {
    words: ["markdown", "steps", "table", "published", "searched", "yes"],
    arguments: {
      buildCategoryTree: fc.tuple(categories),
      countByCategory: fc.tuple(
        categories.map((all) => faq.buildCategoryTree(all)),
        fc.constant([{ category: ["a"], status: "published", audience: "public" }]),
        fc.constant("public"),
      ),
      decideEntry: fc.tuple(policy, life, command),
      evolveEntry: fc.tuple(life, event),
      decideGap: fc.tuple(fc.constant({}), board, gapCommand),
      evolveGap: fc.tuple(board, gapEvent),
      addVote: fc.tuple(votesSum, vote),
      mergeVotes: fc.tuple(votesSum, votesSum),
      finishVotes: fc.tuple(votesSum),
      addEvent: fc.tuple(searchSum, fc.constant(searched)),
      mergeEvents: fc.tuple(searchSum, searchSum),
      finishEvents: fc.tuple(searchSum),
      diffRevisions: fc.tuple(fc.constant(content), fc.constant({ ...content, tags: ["b", "c"] })),
      entryStatus: fc.tuple(life, moment),
      entryWakeAt: fc.tuple(life, moment),
      faqPage: fc.tuple(
        fc.constant(helpBase.slice(0, 2)),
        fc.constant("en"),
        fc.constant({ modifiedAt: 0 }),
      ),
      feltSeconds: fc.tuple(
        fc.constant([{ feeling: "anxious", seconds: 1 }]),
        fc.constant({ anxious: 2 }),
      ),
      fillMacros: fc.tuple(
        fc.constant("{{a.b}}"),
        fc.constant({ a: { b: 1 } }),
        fc.constant({ escape: "html" }),
      ),
      findGaps: fc.tuple(
        fc.constant([{ query: "gift wrap", weight: 2 }, { query: "gift" }]),
        fc.constant({ linkFrom: 0.2, leastWeight: 0 }),
      ),
      helpfulness: fc.tuple(fc.constant({ at: 0, halfLifeDays: 1 })),
      lintKnowledge: fc.tuple(
        fc.constant(helpBase.slice(0, 2)),
        fc.constant({
          locales: ["en"],
          today: "2026-11-24",
          stale: [{ entryId: "a", locale: "en" }],
        }),
      ),
      openGaps: fc.tuple(gaps, board),
      readability: fc.tuple(anyText()),
      searchAnalytics: fc.tuple(fc.constant({ factors: { anxious: 2 } })),
      staleTranslations: fc.tuple(
        fc.constant([
          revision,
          { ...revision, number: 2, content: { question: { en: "x", "zh-Hans": "退货？" } } },
        ]),
        fc.constant("en"),
      ),
      walkDecisionTree: fc.tuple(tree, fc.constant([0])),
    },
  },
);
