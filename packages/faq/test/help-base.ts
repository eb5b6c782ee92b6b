import type { FaqEntryInput } from "../src/index.ts";

const inMarkdown = (markdown: string) => ({ format: "markdown", markdown }) as const;

/** A small knowledge base of a made-up shop: three languages, all audiences, all fields. */
export const helpBase: readonly FaqEntryInput[] = [
  {
    id: "returns-how",
    category: ["returns", "how"],
    question: {
      en: "How do I send an item back?",
      "zh-Hans": "怎么申请退货？",
      "zh-Hant": "如何申請退貨？",
    },
    alternates: { en: ["I want to return my kettle"], "zh-Hans": ["东西不想要了"] },
    answer: {
      en: inMarkdown("You have **30 days**. Print the label under [orders](entry:orders-status)."),
      "zh-Hans": inMarkdown("收货后**30天**内，在“我的订单”里点“退货”。"),
    },
    tags: ["return", "退货"],
    related: ["refund-time", "staff-returns"],
  },
  {
    id: "refund-time",
    category: ["returns"],
    question: {
      en: "When will I get my money back?",
      "zh-Hans": "退款多久到账？",
      "zh-Hant": "退款要等多久？",
    },
    answer: { en: inMarkdown("Five working days after the parcel has reached us.") },
  },
  {
    id: "orders-address",
    category: ["orders"],
    question: {
      en: "Can I change the delivery address of my order?",
      "zh-Hans": "下单后还能修改收货地址吗？",
      "zh-Hant": "下單後還能修改收件地址嗎？",
    },
    alternates: { en: ["I moved, please ship it elsewhere"] },
    answer: {
      en: {
        format: "steps",
        intro: "As long as it has not left our warehouse:",
        steps: ["Open the order", "Choose *Edit address*"],
      },
    },
    tags: ["address", "地址"],
  },
  {
    id: "orders-status",
    category: ["orders"],
    question: {
      en: "Where is my parcel?",
      "zh-Hans": "我的包裹到哪里了？",
      "zh-Hant": "我的包裹到哪裡了？",
    },
    answer: { en: inMarkdown("Follow it with the tracking number in our mail.") },
  },
  {
    id: "kettle-lid",
    category: ["troubleshooting"],
    question: { en: "The lid of my kettle does not close" },
    answer: { en: inMarkdown("Rinse the hinge with warm water; limescale blocks it.") },
  },
  {
    id: "app-software",
    category: ["troubleshooting"],
    question: { "zh-Hant": "如何更新軟體？" },
    answer: { "zh-Hant": inMarkdown("在設定裡選擇更新。") },
  },
  {
    id: "customer-points",
    category: ["account"],
    audience: "customer",
    question: { en: "How many loyalty points do I have?", "zh-Hans": "我有多少积分？" },
  },
  {
    id: "staff-returns",
    category: ["returns"],
    audience: "agent",
    question: { en: "When may I waive the return fee?", "zh-Hans": "什么时候可以免退货费？" },
    answer: { en: inMarkdown("Up to 20 euros without asking a kangaroo.") },
  },
  { id: "draft", status: "draft", question: { en: "Do you sell umbrellas?" } },
  { id: "archived", status: "archived", question: { en: "Do you repair typewriters?" } },
];
