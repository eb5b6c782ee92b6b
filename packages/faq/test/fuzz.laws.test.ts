import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as faq from "../src/index.ts";
import { helpBase } from "./help-base.ts";

const index = fc.constant(faq.buildFaqIndex(helpBase));
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("parcel", "退貨", "retrun", "\ud840", "👩‍👩‍👧"),
);
const options = fc.record(
  {
    locale: fc.constantFrom("en", "zh-Hant", "zh-TW", "de"),
    audience: fc.constantFrom("public", "agent"),
    limit: fc.constantFrom(1, 10),
  },
  { requiredKeys: ["locale"] },
);

describeFuzz(faq, {
  words: ["markdown", "steps", "published"],
  arguments: {
    buildFaqIndex: fc.tuple(
      fc.constant(helpBase.slice(0, 3)),
      fc.constant({ lexicon: [["a", "b"]] }),
    ),
    searchFaq: fc.tuple(index, text, options),
    suggestFaq: fc.tuple(index, text, options),
    relatedFaq: fc.tuple(index, fc.constantFrom("returns-how", "nowhere"), options),
    answerText: fc.tuple(fc.constant({ format: "steps", steps: ["a"] })),
    maySee: fc.tuple(fc.constant("agent"), fc.constant("public")),
  },
});
