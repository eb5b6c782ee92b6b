import type { MessageCatalogue } from "./because.ts";

/** Sentences for the outcomes of {@link handle}, in English, 简体 and 繁體. */
export const coreMessages: MessageCatalogue = {
  conflict: {
    en: "Someone else has changed this in the meantime. Please look again.",
    "zh-Hans": "内容已被他人更改，请重新查看。",
    "zh-Hant": "內容已被他人更改，請重新查看。",
  },
  duplicate: {
    en: "This has already been done.",
    "zh-Hans": "此操作已完成。",
    "zh-Hant": "此操作已完成。",
  },
};
