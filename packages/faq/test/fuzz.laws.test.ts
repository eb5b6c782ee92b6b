import fc from "fast-check";
import { anyText } from "../../../scripts/any-text.ts";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as faq from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const shop = faq.buildFaqIndex(helpBase);
const index = fc.constant(shop);
const text = fc.oneof(anyText(), fc.constantFrom("parcel", "退貨", "retrun", "\ud840", "👩‍👩‍👧"));
const options = fc.record(
  {
    locale: fc.constantFrom("en", "zh-Hant", "zh-TW", "de"),
    audience: fc.constantFrom("public", "agent"),
    limit: fc.constantFrom(1, 10),
  },
  { requiredKeys: ["locale"] },
);
const searching = fc.record(
  {
    locale: fc.constantFrom("en", "zh-Hant", "zh-TW", "de"),
    audience: fc.constantFrom("public", "agent"),
    limit: fc.constantFrom(1, 10),
    category: fc.constantFrom("orders", "nowhere"),
    tags: fc.constantFrom([], ["return"]),
    ids: fc.constantFrom([], ["returns-how", "orders-status"]),
    exclude: fc.constantFrom([], ["returns-how"]),
    facets: fc.constantFrom(["category"], ["tag", "locale", "tag"]),
    policy: fc.constantFrom({}, { answerFrom: 0, handOffBelow: 0 }, { mostChoices: 5 }),
  },
  { requiredKeys: ["locale"] },
);
const packetArguments = fc.tuple(text, searching).map(([query, options]) => {
  const result = faq.searchFaq(shop, query, options as never);
  const before = { queries: ["lid"], entriesSeen: [{ entryId: "kettle-lid", helped: false }] };
  return [JSON.parse(JSON.stringify(result)), query, { ...options, before }];
});
const curve = faq.handOffCurve();
const curveSum = fc.constantFrom({ counts: [] }, { counts: [[500, 1, 2, 3]] });
const learning = faq.confirmedPhrasings({ leastCustomers: 1 });
const said = {
  ...{ query: "too small", locale: "en", entryId: "returns-how" },
  ...{ customer: "c", at: 0, helped: true },
};
const stored = ["returns-how", "en", "too small", "c", 0, 1];
const learningSum = fc.constantFrom({ phrasings: [] }, { phrasings: [[stored]] });
const learnt = { entryId: "returns-how", locale: "en", phrasings: [{ text: "too small" }] };

const accumulators = {
  addJudged: curve.add,
  mergeCurves: curve.merge,
  finishCurve: curve.finish,
  addFeedback: learning.add,
  mergePhrasings: learning.merge,
  finishPhrasings: learning.finish,
};

describeFuzz(
  { ...faq, ...accumulators },
  {
    words: ["markdown", "steps", "published", "category", "right", "answer"],
    arguments: {
      buildFaqIndex: fc.tuple(
        fc.constant(helpBase.slice(0, 3)),
        fc.constant({ lexicon: [["a", "b"]] }),
      ),
      searchFaq: fc.tuple(index, text, searching),
      suggestFaq: fc.tuple(index, text, options),
      relatedFaq: fc.tuple(index, fc.constantFrom("returns-how", "nowhere"), options),
      answerText: fc.tuple(fc.constant({ format: "steps", steps: ["a"] })),
      handOffPacket: packetArguments,
      handOffCurve: fc.tuple(fc.constant({ wantedPrecision: 0.9 })),
      addJudged: fc.tuple(curveSum, fc.constant({ confidence: 0.57, verdict: "none" })),
      mergeCurves: fc.tuple(curveSum, curveSum),
      finishCurve: fc.tuple(curveSum),
      confirmedPhrasings: fc.tuple(fc.constant({ leastCustomers: 1, mostPerEntry: 1 })),
      addFeedback: fc.tuple(learningSum, fc.constant(said)),
      mergePhrasings: fc.tuple(learningSum, learningSum),
      finishPhrasings: fc.tuple(learningSum),
      learnPhrasings: fc.tuple(fc.constant(helpBase.slice(0, 2)), fc.constant([learnt])),
      maySee: fc.tuple(fc.constant("agent"), fc.constant("public")),
    },
  },
);
