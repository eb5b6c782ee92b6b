import { instant, isoOf } from "@kefu/core";
import { describe, expect, it } from "vitest";
import { type CapQuestion, type FrequencyCap, roomUnderCaps } from "../../src/index.ts";

const news: CapQuestion = {
  timeZone: "Asia/Shanghai",
  purpose: "marketing",
  category: "news",
  channel: "email",
};
const sent = (at: string, more = {}) => ({
  ...{ at: instant(at), channel: "email" as const, category: "news" },
  ...more,
});

function roomAt(
  caps: FrequencyCap[],
  history: ReturnType<typeof sent>[],
  at: string,
  question: Partial<CapQuestion> = {},
) {
  const room = roomUnderCaps(caps, history, { ...news, ...question }, instant(at));
  return room.outcome === "room" ? isoOf(room.at).replace(".000Z", "Z") : "never";
}

const first = "2026-03-01T12:00:00Z";

describe("room under caps", () => {
  it("is unlimited without caps, and never there under a cap of 0", () => {
    expect(roomAt([], [sent(first), sent(first)], first)).toBe(first);
    expect(roomAt([{ per: "day", max: 0 }], [], first)).toBe("never");
    expect(roomAt([{ rollingHours: 1, max: 0 }], [], first)).toBe("never");
  });

  it.each([
    ["2026-03-02T11:59:59Z", "2026-03-02T12:00:00Z"],
    ["2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z"],
    ["2026-03-02T12:00:01Z", "2026-03-02T12:00:01Z"],
  ])("rolling: a message leaves when exactly the hours have passed: %s", (at, room) => {
    expect(roomAt([{ rollingHours: 24, max: 1 }], [sent(first)], at)).toBe(room);
  });

  it.each([
    // Monday 2026-03-02 00:00 in Shanghai is 16:00Z on Sunday.
    ["day", "2026-03-01T15:59:59Z", "2026-03-01T16:00:00Z"],
    ["day", "2026-03-01T16:00:00Z", "2026-03-01T16:00:00Z"],
    ["week", "2026-03-01T15:59:59Z", "2026-03-01T16:00:00Z"],
    ["week", "2026-03-01T16:00:00Z", "2026-03-01T16:00:00Z"],
    ["month", "2026-03-31T15:59:59Z", "2026-03-31T16:00:00Z"],
    ["month", "2026-03-31T16:00:00Z", "2026-03-31T16:00:00Z"],
  ] as const)("%s of the customer's calendar at %s", (per, at, room) => {
    expect(roomAt([{ per, max: 1 }], [sent(first)], at)).toBe(room);
  });

  it.each([
    // The day after clocks change has its own midnight; a day that is left out has none.
    ["Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-28T23:00:00Z"],
    ["Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-29T22:00:00Z"],
    ["Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-25T23:00:00Z"],
    ["America/New_York", "2026-11-01T12:00:00Z", "2026-11-02T05:00:00Z"],
    ["Australia/Lord_Howe", "2026-10-03T12:00:00Z", "2026-10-03T13:30:00Z"],
    ["Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-30T10:00:00Z"],
    // 00:01 was followed by 23:01 of the day before.
    ["America/St_Johns", "2006-10-29T02:29:30Z", "2006-10-29T02:30:00Z"],
    ["America/St_Johns", "2006-10-29T02:31:00Z", "2006-10-29T03:30:00Z"],
  ])("next day in %s after %s", (timeZone, at, room) => {
    expect(roomAt([{ per: "day", max: 1 }], [sent(at)], at, { timeZone })).toBe(room);
  });

  it("counts only what a cap names, and never what is transactional", () => {
    const cap: FrequencyCap = { per: "day", max: 1, category: "news", channel: "email" };
    const later = "2026-03-01T16:00:00Z";
    expect(roomAt([cap], [sent(first)], first)).toBe(later);
    expect(roomAt([cap], [sent(first, { category: "tips" })], first)).toBe(first);
    expect(roomAt([cap], [sent(first, { channel: "sms" })], first)).toBe(first);
    expect(roomAt([cap], [sent(first, { purpose: "transactional" })], first)).toBe(first);
    expect(roomAt([cap], [sent(first)], first, { category: "tips" })).toBe(first);
    expect(roomAt([cap], [sent(first)], first, { channel: "sms" })).toBe(first);
    expect(roomAt([cap], [sent(first)], first, { purpose: "transactional" })).toBe(first);
    expect(roomAt([cap], [sent(first, { purpose: "service" })], first)).toBe(later);
  });

  it("counts what is planned for later", () => {
    const planned = [sent("2026-03-01T13:00:00Z")];
    expect(roomAt([{ rollingHours: 2, max: 1 }], planned, "2026-03-01T11:00:00Z")).toBe(
      "2026-03-01T11:00:00Z",
    );
    expect(roomAt([{ rollingHours: 2, max: 1 }], planned, "2026-03-01T11:00:01Z")).toBe(
      "2026-03-01T15:00:00Z",
    );
    expect(roomAt([{ per: "day", max: 1 }], planned, first)).toBe("2026-03-01T16:00:00Z");
  });

  it("skips what is full, one period after the other, and says what held", () => {
    const caps: FrequencyCap[] = [
      { per: "day", max: 1 },
      { rollingHours: 40, max: 2 },
    ];
    const history = [sent("2026-03-03T01:00:00Z"), sent("2026-03-02T01:00:00Z"), sent(first)];
    const room = roomUnderCaps(caps, history, news, instant(first));
    expect(room).toEqual({
      outcome: "room",
      at: instant("2026-03-03T17:00:00Z"),
      heldBy: [caps[0], caps[1]],
    });
  });

  it.each([
    [{ per: "day", max: -1 }, ["caps", 0, "max"]],
    [{ per: "day", max: 1, channel: "pigeon" }, ["caps", 0, "channel"]],
    [{ rollingHours: 0, max: 1 }, ["caps", 0, "rollingHours"]],
  ])("refuses %j", (cap, path) => {
    expect(() => roomUnderCaps([cap as FrequencyCap], [], news, instant(first))).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path })] }),
    );
  });
});
