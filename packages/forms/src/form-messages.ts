import type { MessageCatalogue } from "@kefu/core";

/** The sentence for each fault of an answer, for `explainBecause`. */
export const formMessages: MessageCatalogue = {
  required: { en: "Please answer this.", "zh-Hans": "请填写此项。", "zh-Hant": "請填寫此項。" },
  "not-a-text": {
    en: "Please write a text.",
    "zh-Hans": "请填写文字。",
    "zh-Hant": "請填寫文字。",
  },
  "too-short": {
    en: "Please write at least {min} characters.",
    "zh-Hans": "请至少填写 {min} 个字符。",
    "zh-Hant": "請至少填寫 {min} 個字元。",
  },
  "too-long": {
    en: "Please write at most {max} characters.",
    "zh-Hans": "请最多填写 {max} 个字符。",
    "zh-Hant": "請最多填寫 {max} 個字元。",
  },
  "digits-not-allowed": {
    en: "Please write without digits.",
    "zh-Hans": "请不要填写数字。",
    "zh-Hant": "請不要填寫數字。",
  },
  "not-an-email": {
    en: "This is no e-mail address.",
    "zh-Hans": "电子邮箱地址不正确。",
    "zh-Hant": "電子郵件地址不正確。",
  },
  "not-a-url": {
    en: "This is no web address.",
    "zh-Hans": "网址不正确。",
    "zh-Hant": "網址不正確。",
  },
  "not-a-phone-number": {
    en: "This is no phone number.",
    "zh-Hans": "电话号码不正确。",
    "zh-Hant": "電話號碼不正確。",
  },
  "not-a-number": {
    en: "Please give a number.",
    "zh-Hans": "请填写数字。",
    "zh-Hant": "請填寫數字。",
  },
  "below-min": {
    en: "Must not be less than {min}.",
    "zh-Hans": "不能小于 {min}。",
    "zh-Hant": "不能小於 {min}。",
  },
  "above-max": {
    en: "Must not be more than {max}.",
    "zh-Hans": "不能大于 {max}。",
    "zh-Hant": "不能大於 {max}。",
  },
  "not-whole": {
    en: "Please give a whole number.",
    "zh-Hans": "请填写整数。",
    "zh-Hant": "請填寫整數。",
  },
  "unknown-option": {
    en: "Please choose from the list.",
    "zh-Hans": "请从列表中选择。",
    "zh-Hant": "請從清單中選擇。",
  },
  "too-few-choices": {
    en: "Please choose at least {min}.",
    "zh-Hans": "请至少选择 {min} 项。",
    "zh-Hant": "請至少選擇 {min} 項。",
  },
  "too-many-choices": {
    en: "Please choose at most {max}.",
    "zh-Hans": "请最多选择 {max} 项。",
    "zh-Hant": "請最多選擇 {max} 項。",
  },
  "off-scale": {
    en: "Please choose from {min} to {max}.",
    "zh-Hans": "请选择 {min} 到 {max}。",
    "zh-Hant": "請選擇 {min} 到 {max}。",
  },
  "not-a-ranking": {
    en: "Please put all in order.",
    "zh-Hans": "请排列全部选项。",
    "zh-Hant": "請排列全部選項。",
  },
  "not-a-matrix": {
    en: "Please choose one for each row.",
    "zh-Hans": "请为每一行选择一项。",
    "zh-Hant": "請為每一列選擇一項。",
  },
  "not-a-date": { en: "This is no date.", "zh-Hans": "日期不正确。", "zh-Hant": "日期不正確。" },
  "not-a-consent": { en: "Please tick the box.", "zh-Hans": "请勾选。", "zh-Hant": "請勾選。" },
  "not-a-contact": {
    en: "Please say how to reach you.",
    "zh-Hans": "请填写联系方式。",
    "zh-Hant": "請填寫聯絡方式。",
  },
};
