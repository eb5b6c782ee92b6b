import { compileCalendar } from "@kefu/calendar";
import fc from "fast-check";
import { describeFuzz } from "../../../scripts/fuzz.ts";
import * as promises from "../src/index.ts";

const desk = compileCalendar({ timeZone: "UTC", weekly: { daily: [["09:00", "17:00"]] } });
const promise = promises.CustomerPromise.parse({ id: "p", text: "Soon.", madeAt: 0, dueAt: 1e9 });
const moment = fc.constantFrom(0, 1e9, 1e9 + 1, 8.64e15);

describeFuzz(promises, {
  words: [desk, promise, "keep", "forecast"],
  arguments: {
    promiseAfter: moment.chain((at) =>
      fc.constantFrom<unknown[]>(
        [promise, { type: "keep", at }],
        [promise, { type: "forecast", at, expectedAt: 2e9 }],
        [promise, { type: "tellBadNews", at, text: "Late.", stopGap: "A spare one." }],
      ),
    ),
    nextPromiseWake: fc.constant([promise]),
    isOpenPromise: fc.constant([promise]),
    assessPromise: moment.map((dueAt) => [desk, { madeAt: 0, dueAt }]),
  },
});
