import type { MessageCatalogue } from "@kefu/core";

/** The sentences of what service yields. */
export const valueMessages: MessageCatalogue = {
  "service-value": {
    en: "What {points} points of satisfaction more are worth, by customers kept and what they earn.",
    "zh-Hans": "满意度提高 {points} 个百分点的价值，按留住的顾客及其带来的收益计。",
    "zh-Hant": "滿意度提高 {points} 個百分點的價值，按留住的顧客及其帶來的收益計。",
  },
  "service-scorecard": {
    en: "What service yields: customers, profit, talent, business.",
    "zh-Hans": "服务的产出：顾客、利润、人才、商机。",
    "zh-Hant": "服務的產出：顧客、利潤、人才、商機。",
  },
  "keeping-pays": {
    en: "Keeping pays: a share of {kept} stays because of it, above the break-even of {breakEven}.",
    "zh-Hans": "留住更划算：因此留下的比例为 {kept}，高于保本比例 {breakEven}。",
    "zh-Hant": "留住更划算：因此留下的比例為 {kept}，高於保本比例 {breakEven}。",
  },
  "winning-pays": {
    en: "Winning pays: a share of only {kept} stays because of it, below the break-even of {breakEven}.",
    "zh-Hans": "争取新客更划算：因此留下的比例仅为 {kept}，低于保本比例 {breakEven}。",
    "zh-Hant": "爭取新客更划算：因此留下的比例僅為 {kept}，低於保本比例 {breakEven}。",
  },
  "keeping-equals-winning": {
    en: "Both cost the same: a share of {kept} stays because of it, the break-even is {breakEven}.",
    "zh-Hans": "两者成本相同：因此留下的比例为 {kept}，保本比例为 {breakEven}。",
    "zh-Hant": "兩者成本相同：因此留下的比例為 {kept}，保本比例為 {breakEven}。",
  },
  "price-orientation": {
    en: "Price: neither products ({product}) nor service ({service}) are strong from {strongFrom} on.",
    "zh-Hans": "价格导向：产品（{product}）与服务（{service}）均未达到 {strongFrom}。",
    "zh-Hant": "價格導向：產品（{product}）與服務（{service}）均未達到 {strongFrom}。",
  },
  "product-orientation": {
    en: "Product: products ({product}) are strong from {strongFrom} on, service ({service}) is not.",
    "zh-Hans": "产品导向：产品（{product}）达到 {strongFrom}，服务（{service}）未达到。",
    "zh-Hant": "產品導向：產品（{product}）達到 {strongFrom}，服務（{service}）未達到。",
  },
  "service-orientation": {
    en: "Service: service ({service}) is strong from {strongFrom} on, products ({product}) are not.",
    "zh-Hans": "服务导向：服务（{service}）达到 {strongFrom}，产品（{product}）未达到。",
    "zh-Hant": "服務導向：服務（{service}）達到 {strongFrom}，產品（{product}）未達到。",
  },
  "relationship-orientation": {
    en: "Relationship: products ({product}) and service ({service}) are strong from {strongFrom} on.",
    "zh-Hans": "关系导向：产品（{product}）与服务（{service}）均达到 {strongFrom}。",
    "zh-Hant": "關係導向：產品（{product}）與服務（{service}）均達到 {strongFrom}。",
  },
};
