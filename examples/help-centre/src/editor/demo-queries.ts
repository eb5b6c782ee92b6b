import type { Locale } from "../locales.ts";

/** Ways of asking for something that no entry answers, by language. Made up. */
export const DEMO_UNMET: readonly Readonly<Record<Locale, readonly string[]>>[] = [
  {
    en: ["gift wrapping", "can you gift wrap my order", "do you offer gift wrapping"],
    "zh-Hans": ["礼品包装", "可以提供礼品包装吗", "能帮我包装成礼物吗"],
    "zh-Hant": ["禮品包裝", "可以提供禮品包裝嗎", "能幫我包裝成禮物嗎"],
  },
  {
    en: ["student discount", "do students get a discount", "discount for students"],
    "zh-Hans": ["学生优惠", "学生有优惠吗", "有没有学生折扣"],
    "zh-Hant": ["學生優惠", "學生有優惠嗎", "有沒有學生折扣"],
  },
  {
    en: ["engrave a name on a kettle", "name engraving", "can you engrave my name"],
    "zh-Hans": ["刻字服务", "水壶可以刻名字吗", "可以刻字吗"],
    "zh-Hant": ["刻字服務", "水壺可以刻名字嗎", "可以刻字嗎"],
  },
  {
    en: [
      "rent a carpet cleaner",
      "carpet cleaner rental",
      "can I rent a carpet cleaner for a weekend",
    ],
    "zh-Hans": ["租地毯清洗机", "地毯清洗机可以租吗", "周末租一台地毯清洗机"],
    "zh-Hant": ["租地毯清洗機", "地毯清洗機可以租嗎", "週末租一台地毯清洗機"],
  },
  {
    en: ["vegan leather", "is the strap vegan leather", "strap made of vegan leather"],
    "zh-Hans": ["素皮", "背带是素皮的吗", "素皮背带"],
    "zh-Hant": ["純素皮革", "背帶是純素皮革嗎", "純素皮革背帶"],
  },
  {
    en: ["careers", "vacancies", "job vacancies"],
    "zh-Hans": ["招聘", "你们招聘吗", "招聘岗位"],
    "zh-Hant": ["徵才", "你們有徵才嗎", "徵才職缺"],
  },
];

/** Words that lead nowhere at all: products that the shop never had. */
export const DEMO_STRAY: Readonly<Record<Locale, readonly string[]>> = {
  en: ["snowboard", "aquarium", "ukulele"],
  "zh-Hans": ["鱼缸", "滑雪板"],
  "zh-Hant": ["魚缸", "滑雪板"],
};

/** Entries whose readers are let down in the demo, by their place among the published ones, and why. */
export const DEMO_UNHELPFUL: readonly { readonly place: number; readonly reason: string }[] = [
  { place: 7, reason: "unclear" },
  { place: 21, reason: "incomplete" },
  { place: 40, reason: "outdated" },
];
