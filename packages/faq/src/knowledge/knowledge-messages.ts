import type { MessageCatalogue } from "@kefu/core";

/** Sentences for each {@link EntryRefusal}, in English, 简体 and 繁體. */
export const entryMessages: MessageCatalogue = {
  "already-created": {
    en: "This entry exists already.",
    "zh-Hans": "该条目已存在。",
    "zh-Hant": "此條目已存在。",
  },
  "not-created": {
    en: "This entry does not exist yet.",
    "zh-Hans": "该条目尚未创建。",
    "zh-Hant": "此條目尚未建立。",
  },
  "entry-archived": {
    en: "This entry is archived. Take it out of the archive first.",
    "zh-Hans": "该条目已归档，请先取消归档。",
    "zh-Hant": "此條目已封存，請先取消封存。",
  },
  "entry-not-archived": {
    en: "This entry is not archived.",
    "zh-Hans": "该条目未归档。",
    "zh-Hant": "此條目未封存。",
  },
  "no-such-revision": {
    en: "There is no revision {revision}.",
    "zh-Hans": "没有第 {revision} 版。",
    "zh-Hant": "沒有第 {revision} 版。",
  },
  "nothing-changed": {
    en: "Nothing has changed since the latest revision.",
    "zh-Hans": "内容与最新版本相同。",
    "zh-Hant": "內容與最新版本相同。",
  },
  "not-in-draft": {
    en: "Only a draft can be submitted for review.",
    "zh-Hans": "只有草稿可以提交审核。",
    "zh-Hant": "只有草稿可以提交審核。",
  },
  "not-in-review": {
    en: "This entry is not in review.",
    "zh-Hans": "该条目不在审核中。",
    "zh-Hant": "此條目不在審核中。",
  },
  "own-revision": {
    en: "Someone else must approve what you wrote.",
    "zh-Hans": "您撰写的内容须由他人批准。",
    "zh-Hant": "您撰寫的內容須由他人核准。",
  },
  "approved-before": {
    en: "You have approved this already.",
    "zh-Hans": "您已批准过。",
    "zh-Hant": "您已核准過。",
  },
  "needs-approval": {
    en: "Approvals so far: {approvals} of {required}.",
    "zh-Hans": "目前已获 {approvals} 人批准，需要 {required} 人。",
    "zh-Hant": "目前已獲 {approvals} 人核准，需要 {required} 人。",
  },
  "not-in-future": {
    en: "That moment has passed. Publish now, or choose a later one.",
    "zh-Hans": "该时间已过。请立即发布或选择以后的时间。",
    "zh-Hant": "該時間已過。請立即發布或選擇以後的時間。",
  },
  "nothing-to-read": {
    en: "It would end before it begins.",
    "zh-Hans": "结束时间早于开始时间。",
    "zh-Hant": "結束時間早於開始時間。",
  },
  "not-published": {
    en: "This entry is not published.",
    "zh-Hans": "该条目未发布。",
    "zh-Hant": "此條目未發布。",
  },
};

/** Sentences for each {@link GapRefusal}, in English, 简体 and 繁體. */
export const gapMessages: MessageCatalogue = {
  "gap-decided": {
    en: "“{question}” has been decided already.",
    "zh-Hans": "“{question}”已处理。",
    "zh-Hant": "「{question}」已處理。",
  },
  "gap-not-decided": {
    en: "“{question}” has not been decided yet.",
    "zh-Hans": "“{question}”尚未处理。",
    "zh-Hant": "「{question}」尚未處理。",
  },
  "gap-merged-into-itself": {
    en: "“{question}” cannot be merged into itself.",
    "zh-Hans": "“{question}”不能与自身合并。",
    "zh-Hant": "「{question}」不能與自身合併。",
  },
};
