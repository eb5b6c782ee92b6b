import { type Locale, type LocalizedText, localize } from "@kefu/core";

/** What codes among the facts are called: channels, and why one is suppressed. */
const FACT_WORDS: Readonly<Record<string, Readonly<Record<string, LocalizedText>>>> = {
  channel: {
    site: { en: "Site", "zh-Hans": "网站", "zh-Hant": "網站" },
    community: { en: "Community", "zh-Hans": "社区", "zh-Hant": "社群" },
    email: { en: "E-mail", "zh-Hans": "电子邮件", "zh-Hant": "電子郵件" },
    form: { en: "Form", "zh-Hans": "表单", "zh-Hant": "表單" },
    chat: { en: "Chat", "zh-Hans": "在线聊天", "zh-Hant": "線上聊天" },
    messenger: { en: "Messenger", "zh-Hans": "即时通讯", "zh-Hant": "即時通訊" },
    sms: { en: "SMS", "zh-Hans": "短信", "zh-Hant": "簡訊" },
    phone: { en: "Phone", "zh-Hans": "电话", "zh-Hant": "電話" },
    post: { en: "Post", "zh-Hans": "邮寄", "zh-Hant": "郵寄" },
    visit: { en: "Visit", "zh-Hans": "上门", "zh-Hant": "到府" },
  },
  reason: {
    bounce: { en: "mail comes back", "zh-Hans": "邮件退回", "zh-Hant": "郵件退回" },
    complaint: {
      en: "reported as spam",
      "zh-Hans": "被举报为垃圾信息",
      "zh-Hant": "被檢舉為垃圾訊息",
    },
    manual: { en: "by the staff", "zh-Hans": "由员工设置", "zh-Hant": "由員工設定" },
    blocklist: { en: "on the blocklist", "zh-Hans": "在黑名单中", "zh-Hant": "在黑名單中" },
  },
};

/** Facts with codes replaced by what they are called in a language. */
export function factsInWords(
  facts: Readonly<Record<string, string | number>>,
  locale: Locale,
): Record<string, string | number> {
  const worded = Object.entries(facts).map(([name, value]) => {
    const words = Object.hasOwn(FACT_WORDS, name) ? FACT_WORDS[name] : undefined;
    const word = words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
    return [name, word === undefined ? value : (localize(word, locale)?.text ?? value)] as const;
  });
  return Object.fromEntries(worded);
}
