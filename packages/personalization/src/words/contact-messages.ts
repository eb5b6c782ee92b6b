import type { MessageCatalogue } from "@kefu/core";

/** Sentences for the reasons of contact policy, in English, 简体 and 繁體. */
export const contactMessages: MessageCatalogue = {
  allowed: {
    en: "Goes by {channel}, at {at}.",
    "zh-Hans": "将于{at}通过{channel}发送。",
    "zh-Hant": "將於{at}透過{channel}傳送。",
  },
  "time-zone-unknown": {
    en: "The customer's time zone is not known: the clock of {timeZone} counts.",
    "zh-Hans": "客户时区未知，以{timeZone}的时间为准。",
    "zh-Hant": "客戶時區未知，以{timeZone}的時間為準。",
  },
  "no-common-channel": {
    en: "The customer has no channel on which this may go.",
    "zh-Hans": "客户没有可用于发送此消息的渠道。",
    "zh-Hant": "客戶沒有可用於傳送此訊息的管道。",
  },
  "consent-missing": {
    en: "{channel}: the customer has not agreed to it.",
    "zh-Hans": "{channel}：客户尚未同意。",
    "zh-Hant": "{channel}：客戶尚未同意。",
  },
  "consent-pending": {
    en: "{channel}: the customer has not yet confirmed the consent.",
    "zh-Hans": "{channel}：客户尚未确认同意。",
    "zh-Hant": "{channel}：客戶尚未確認同意。",
  },
  "consent-withdrawn": {
    en: "{channel}: the customer has withdrawn the consent.",
    "zh-Hans": "{channel}：客户已撤回同意。",
    "zh-Hant": "{channel}：客戶已撤回同意。",
  },
  "consent-expired": {
    en: "{channel}: the consent has expired.",
    "zh-Hans": "{channel}：同意已过期。",
    "zh-Hant": "{channel}：同意已過期。",
  },
  suppressed: {
    en: "{channel}: must not be used ({reason}).",
    "zh-Hans": "{channel}：禁止使用（{reason}）。",
    "zh-Hant": "{channel}：禁止使用（{reason}）。",
  },
  "never-by-cap": {
    en: "{channel}: the policy allows no such message.",
    "zh-Hans": "{channel}：策略不允许发送此类消息。",
    "zh-Hant": "{channel}：政策不允許傳送此類訊息。",
  },
  "held-by-day": {
    en: "{channel}: waits, for no more than {max} go in a day.",
    "zh-Hans": "{channel}：延后发送，每天最多{max}条。",
    "zh-Hant": "{channel}：延後傳送，每天最多{max}則。",
  },
  "held-by-week": {
    en: "{channel}: waits, for no more than {max} go in a week.",
    "zh-Hans": "{channel}：延后发送，每周最多{max}条。",
    "zh-Hant": "{channel}：延後傳送，每週最多{max}則。",
  },
  "held-by-month": {
    en: "{channel}: waits, for no more than {max} go in a month.",
    "zh-Hans": "{channel}：延后发送，每月最多{max}条。",
    "zh-Hant": "{channel}：延後傳送，每月最多{max}則。",
  },
  "held-by-hours": {
    en: "{channel}: waits, for no more than {max} go within {hours} hours.",
    "zh-Hans": "{channel}：延后发送，{hours}小时内最多{max}条。",
    "zh-Hant": "{channel}：延後傳送，{hours}小時內最多{max}則。",
  },
  "held-by-quiet-hours": {
    en: "{channel}: waits until the quiet hours are over.",
    "zh-Hans": "{channel}：等到免打扰时段结束。",
    "zh-Hant": "{channel}：等到勿擾時段結束。",
  },
  "held-for-hour": {
    en: "{channel}: waits for {hour}:00, the hour at which messages are welcome.",
    "zh-Hans": "{channel}：等到{hour}:00，该时段最适合联系客户。",
    "zh-Hant": "{channel}：等到{hour}:00，該時段最適合聯絡客戶。",
  },
  "expires-first": {
    en: "{channel}: could go at {at} at the earliest, and is of no use by then.",
    "zh-Hans": "{channel}：最早只能于{at}发送，届时已失效。",
    "zh-Hant": "{channel}：最早只能於{at}傳送，屆時已失效。",
  },
  "no-unsubscribe": {
    en: "{channel}: the message does not say how to unsubscribe.",
    "zh-Hans": "{channel}：消息未说明如何退订。",
    "zh-Hant": "{channel}：訊息未說明如何退訂。",
  },
};
