import { explainBecause, handle, instant, replay } from "@kefu/core";
import {
  type EntryCommandInput,
  type EntryLifePolicyInput,
  entryDecider,
  entryMessages,
  entryStatus,
  entryWakeAt,
} from "@kefu/faq";
import { describe, expect, it } from "vitest";

type Asked = EntryCommandInput extends infer Each
  ? Each extends unknown
    ? Omit<Each, "commandId" | "by" | "at"> & { by?: string; at?: number }
    : never
  : never;

const content = (en: string) => ({ question: { en } });
const at = (moment: number) => instant(moment);

/** Carries out commands; the moment is the position from 1 unless one is given. */
function live(policy: EntryLifePolicyInput, ...commands: Asked[]) {
  let snapshot = replay(entryDecider, []);
  let last: ReturnType<typeof entryDecider.decide> | undefined;
  commands.forEach((asked, position) => {
    const command = {
      by: "ada",
      ...asked,
      at: at(asked.at ?? position + 1),
      commandId: `c${position}`,
    };
    const handled = handle(entryDecider, policy, snapshot, command as EntryCommandInput);
    if (handled.outcome === "accepted") {
      snapshot = handled.snapshot;
      last = { outcome: "accepted", events: handled.events };
    } else if (handled.outcome === "refused") last = handled;
  });
  const code = last?.outcome === "refused" ? last.because.code : "accepted";
  return { state: snapshot.state, code, last };
}

const create: Asked = { type: "create", content: content("A?") };
const submit: Asked = { type: "submitForReview" };
const approve: Asked = { type: "approve", by: "bob" };
const publish: Asked = { type: "publish" };
const revise: Asked = { type: "revise", content: content("B?") };
const free = { approvals: 0 };

describe("what is asked of an entry", () => {
  it.each<[string, EntryLifePolicyInput, Asked[], string]>([
    ["a first revision", {}, [create], "accepted"],
    ["a second beginning", {}, [create, create], "already-created"],
    ["publishing nothing", {}, [publish], "not-created"],
    ["publishing unreviewed", {}, [create, publish], "needs-approval"],
    ["publishing unreviewed where that is allowed", free, [create, publish], "accepted"],
    ["approving outside a review", {}, [create, approve], "not-in-review"],
    ["submitting twice", {}, [create, submit, submit], "not-in-draft"],
    ["approving one's own", {}, [create, submit, { type: "approve" }], "own-revision"],
    [
      "approving one's own where it counts",
      { ownApproval: "counted" },
      [create, submit, { type: "approve" }],
      "accepted",
    ],
    ["publishing approved", {}, [create, submit, approve, publish], "accepted"],
    [
      "publishing half approved",
      { approvals: 2 },
      [create, submit, approve, publish],
      "needs-approval",
    ],
    ["approving twice", { approvals: 2 }, [create, submit, approve, approve], "approved-before"],
    [
      "publishing twice approved",
      { approvals: 2 },
      [create, submit, approve, { type: "approve", by: "cy" }, publish],
      "accepted",
    ],
    [
      "publishing what was revised after approval",
      {},
      [create, submit, approve, revise, publish],
      "needs-approval",
    ],
    [
      "publishing rejected",
      {},
      [create, submit, { type: "reject", why: "unclear", by: "bob" }, publish],
      "needs-approval",
    ],
    [
      "saying the same again",
      {},
      [create, { type: "revise", content: content("A?") }],
      "nothing-changed",
    ],
    [
      "checking translations only",
      {},
      [create, { type: "revise", content: content("A?"), checked: ["zh-Hans"] }],
      "accepted",
    ],
    [
      "restoring what never was",
      {},
      [create, { type: "restoreRevision", revision: 2 }],
      "no-such-revision",
    ],
    [
      "restoring the present",
      {},
      [create, { type: "restoreRevision", revision: 1 }],
      "nothing-changed",
    ],
    [
      "restoring the first",
      {},
      [create, revise, { type: "restoreRevision", revision: 1 }],
      "accepted",
    ],
    ["scheduling now", free, [create, { type: "schedule", at: 5, from: at(5) }], "not-in-future"],
    ["scheduling next", free, [create, { type: "schedule", at: 5, from: at(6) }], "accepted"],
    [
      "ending at the beginning",
      free,
      [create, { type: "publish", at: 5, until: at(5) }],
      "nothing-to-read",
    ],
    [
      "ending after the beginning",
      free,
      [create, { type: "publish", at: 5, until: at(6) }],
      "accepted",
    ],
    ["taking back what is not out", free, [create, { type: "unpublish" }], "not-published"],
    ["confirming what is not out", free, [create, { type: "confirmReview" }], "not-published"],
    ["revising the archived", free, [create, { type: "archive" }, revise], "entry-archived"],
    ["unarchiving", free, [create, { type: "archive" }, { type: "unarchive" }], "accepted"],
    ["unarchiving what is not", free, [create, { type: "unarchive" }], "entry-not-archived"],
  ])("%s", (_, policy, commands, code) => {
    expect(live(policy, ...commands).code).toBe(code);
  });

  it("explains each refusal in three languages", () => {
    const { last } = live({}, create, publish);
    if (last?.outcome !== "refused") throw new Error("must be refused");
    expect(explainBecause(last.because, "en", entryMessages)).toBe("Approvals so far: 0 of 1.");
    expect(explainBecause(last.because, "zh-TW", entryMessages)).toContain("核准");
    for (const texts of Object.values(entryMessages)) {
      expect(Object.keys(texts)).toEqual(["en", "zh-Hans", "zh-Hant"]);
    }
  });

  it("keeps all revisions and says where a restored one came from", () => {
    const { state } = live({}, create, revise, {
      type: "restoreRevision",
      revision: 1,
      why: "B was wrong",
    });
    expect(state.revisions.map(({ content: { question } }) => question["en"])).toEqual([
      "A?",
      "B?",
      "A?",
    ]);
    expect(state.revisions.at(-1)).toMatchObject({
      number: 3,
      restoredFrom: 1,
      author: "ada",
      at: 3,
      why: "B was wrong",
    });
  });

  it("ignores a revision that is delivered twice", () => {
    const { last, state } = live({}, create);
    if (last?.outcome !== "accepted") throw new Error("must be accepted");
    const [event] = last.events;
    if (event === undefined) throw new Error("must have happened");
    expect(entryDecider.evolve(state, event)).toEqual(state);
  });
});

describe("where an entry stands", () => {
  const scheduled = live(free, create, { type: "schedule", from: at(10), until: at(20) }).state;
  const replaced = live(
    free,
    ...[
      create,
      { type: "publish", until: at(30) } as Asked,
      revise,
      { type: "schedule", from: at(10) } as Asked,
    ],
  ).state;
  const reviewed = live({ ...free, reviewAfter: { seconds: 1 } }, create, publish).state;
  const confirmed = live(
    { ...free, reviewAfter: { seconds: 1 } },
    ...[create, publish, { type: "confirmReview", at: 1500 } as Asked],
  ).state;
  const unread = live(free, create, { type: "archive" }).state;

  it.each([
    ["scheduled, just before", scheduled, 9, "scheduled", null],
    ["scheduled, at its moment", scheduled, 10, "published", 1],
    ["scheduled, just before its end", scheduled, 19, "published", 1],
    ["scheduled, at its end", scheduled, 20, "expired", null],
    ["replaced, just before", replaced, 9, "published", 1],
    ["replaced, at the moment", replaced, 10, "published", 2],
    ["replaced, long after", replaced, 1000, "published", 2],
    ["just before its review", reviewed, 1001, "published", 1],
    ["at its review", reviewed, 1002, "dueForReview", 1],
    ["confirmed", confirmed, 2499, "published", 1],
    ["confirmed, a second later", confirmed, 2500, "dueForReview", 1],
    ["archived", unread, 5, "archived", null],
    ["a draft", live({}, create).state, 5, "draft", null],
    ["in review", live({}, create, submit).state, 5, "inReview", null],
    ["approved", live({}, create, submit, approve).state, 5, "approved", null],
    ["nothing", live({}).state, 5, "notCreated", null],
    ["taken back", live(free, create, publish, { type: "unpublish" }).state, 5, "draft", null],
    [
      "expired and revised",
      live(free, create, { type: "publish", until: at(3) }, revise).state,
      5,
      "draft",
      null,
    ],
  ])("%s", (_, state, moment, status, liveRevision) => {
    expect(entryStatus(state, at(moment))).toMatchObject({ status, liveRevision });
  });

  it.each([
    ["scheduled", scheduled, 3, 10],
    ["published for a while", scheduled, 10, 20],
    ["expired", scheduled, 20, null],
    ["to be replaced", replaced, 5, 10],
    ["replaced: the end of the older one is no news", replaced, 10, null],
    ["to be reviewed", reviewed, 2, 1002],
    ["archived", unread, 3, null],
  ])("wakes when %s", (_, state, moment, wake) => {
    expect(entryWakeAt(state, at(moment))).toBe(wake);
  });
});
