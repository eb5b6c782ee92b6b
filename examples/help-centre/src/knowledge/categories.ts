import type { Locale } from "../locales.ts";

/** A topic of the help centre. */
export interface Category {
  readonly id: string;
  readonly name: Readonly<Record<Locale, string>>;
  readonly description: Readonly<Record<Locale, string>>;
}

/** The topics in the order of the home page: what happens first to a customer comes first. */
export const CATEGORIES: readonly Category[] = [
  {
    id: "orders",
    name: { en: "Orders", "zh-Hans": "订单", "zh-Hant": "訂單" },
    description: {
      en: "Placing, changing and cancelling",
      "zh-Hans": "下单、修改与取消",
      "zh-Hant": "下單、修改與取消",
    },
  },
  {
    id: "delivery",
    name: { en: "Delivery", "zh-Hans": "配送", "zh-Hant": "配送" },
    description: {
      en: "Times, costs and tracking",
      "zh-Hans": "时效、运费与物流查询",
      "zh-Hant": "時程、運費與貨態查詢",
    },
  },
  {
    id: "payment",
    name: { en: "Payment", "zh-Hans": "付款", "zh-Hant": "付款" },
    description: {
      en: "Ways to pay, invoices and gift cards",
      "zh-Hans": "付款方式、发票与礼品卡",
      "zh-Hant": "付款方式、發票與禮物卡",
    },
  },
  {
    id: "returns",
    name: { en: "Returns", "zh-Hans": "退货", "zh-Hant": "退貨" },
    description: {
      en: "Sending back, exchange and refunds",
      "zh-Hans": "退货、换货与退款",
      "zh-Hant": "退貨、換貨與退款",
    },
  },
  {
    id: "guarantee",
    name: { en: "Guarantee and repair", "zh-Hans": "保修与维修", "zh-Hant": "保固與維修" },
    description: {
      en: "When something is broken",
      "zh-Hans": "商品坏了怎么办",
      "zh-Hant": "商品故障怎麼辦",
    },
  },
  {
    id: "installing",
    name: { en: "Installing", "zh-Hans": "安装与设置", "zh-Hant": "安裝與設定" },
    description: {
      en: "Setting up, connecting and first use",
      "zh-Hans": "安装、联网与首次使用",
      "zh-Hant": "安裝、連線與初次使用",
    },
  },
  {
    id: "troubleshooting",
    name: { en: "Troubleshooting", "zh-Hans": "故障排查", "zh-Hant": "疑難排解" },
    description: {
      en: "When it doesn’t do what it should",
      "zh-Hans": "商品用起来不对劲",
      "zh-Hant": "商品用起來不太對勁",
    },
  },
  {
    id: "spare-parts",
    name: { en: "Spare parts", "zh-Hans": "配件", "zh-Hant": "零配件" },
    description: {
      en: "Finding, ordering and fitting parts",
      "zh-Hans": "查找、订购与更换配件",
      "zh-Hant": "查詢、訂購與更換零件",
    },
  },
  {
    id: "accounts",
    name: { en: "Your account", "zh-Hans": "账户", "zh-Hant": "帳戶" },
    description: {
      en: "Signing in, points and settings",
      "zh-Hans": "登录、积分与设置",
      "zh-Hant": "登入、點數與設定",
    },
  },
  {
    id: "privacy",
    name: { en: "Privacy", "zh-Hans": "隐私", "zh-Hant": "隱私權" },
    description: {
      en: "Your data and your rights",
      "zh-Hans": "您的数据与权利",
      "zh-Hant": "您的資料與權利",
    },
  },
  {
    id: "service",
    name: { en: "Service and visits", "zh-Hans": "服务与上门", "zh-Hant": "服務與到府" },
    description: {
      en: "Reaching us, visits and courses",
      "zh-Hans": "联系客服、上门服务与培训",
      "zh-Hant": "聯絡客服、到府服務與課程",
    },
  },
  {
    id: "taking-part",
    name: { en: "Taking part", "zh-Hans": "参与共创", "zh-Hant": "參與共創" },
    description: {
      en: "The Workbench and the community",
      "zh-Hans": "共创工坊与用户社区",
      "zh-Hant": "共創工坊與社群",
    },
  },
];

/** Topics below a topic, where it has some. */
const SUBTOPICS: Readonly<Record<string, Category["name"]>> = {
  "large-appliances": { en: "Large appliances", "zh-Hans": "大家电", "zh-Hant": "大型家電" },
  abroad: { en: "Abroad", "zh-Hans": "寄往国外", "zh-Hant": "寄送海外" },
  "gift-cards": { en: "Gift cards", "zh-Hans": "礼品卡", "zh-Hant": "禮物卡" },
  refunds: { en: "Refunds", "zh-Hans": "退款", "zh-Hant": "退款" },
  kitchen: { en: "Kitchen", "zh-Hans": "厨房电器", "zh-Hant": "廚房電器" },
  washing: { en: "Washing", "zh-Hans": "洗衣", "zh-Hant": "洗衣" },
  coffee: { en: "Coffee", "zh-Hans": "咖啡", "zh-Hant": "咖啡" },
  cleaning: { en: "Cleaning", "zh-Hans": "清洁", "zh-Hant": "清潔" },
  "smart-home": { en: "Smart home", "zh-Hans": "智能家居", "zh-Hant": "智慧家庭" },
};

export function subtopicName(id: string, locale: Locale): string | undefined {
  return SUBTOPICS[id]?.[locale];
}

export function categoryById(id: string | undefined): Category | undefined {
  return CATEGORIES.find((category) => category.id === id);
}
