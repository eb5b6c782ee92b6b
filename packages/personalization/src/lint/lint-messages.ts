import type { MessageCatalogue } from "@kefu/core";
import type { FindingCode } from "./finding.ts";

/** Both sentences of a kind of finding: what is wrong, and how to mend it; each in English, 简体 and 繁體. */
type Sentences = readonly [
  problem: readonly [string, string, string],
  mend: readonly [string, string, string],
];

const REFUSED: Sentences[0] = ["{message}", "{message}", "{message}"];

const SENTENCES: Readonly<Record<FindingCode, Sentences>> = {
  invalid: [
    REFUSED,
    ["Write this place as the message says.", "请按提示修改此处。", "請依提示修改此處。"],
  ],
  "unsafe-regex": [
    REFUSED,
    [
      "Use a plain pattern, or startsWith, endsWith, contains.",
      "请改用简单的模式，或 startsWith、endsWith、contains。",
      "請改用簡單的模式，或 startsWith、endsWith、contains。",
    ],
  ],
  "unknown-segment": [
    REFUSED,
    [
      "Define the segment, or correct its name.",
      "请定义该客群，或更正其名称。",
      "請定義該客群，或更正其名稱。",
    ],
  ],
  "segment-cycle": [
    ["This segment asks for itself.", "该客群引用了自身。", "該客群引用了自身。"],
    [
      "Take out one of the references in the circle.",
      "请去掉环中的一处引用。",
      "請去掉環中的一處引用。",
    ],
  ],
  "unknown-field": [
    REFUSED,
    [
      "Use a field of the profiles.",
      "请使用客户资料中已有的字段。",
      "請使用客戶資料中已有的欄位。",
    ],
  ],
  type: [
    REFUSED,
    [
      "Use an operator and a value that suit the field's type.",
      "请使用与字段类型相符的运算符和值。",
      "請使用與欄位型別相符的運算子和值。",
    ],
  ],
  "unknown-value": [
    REFUSED,
    ["Use a value that the field can have.", "请使用该字段可能的值。", "請使用該欄位可能的值。"],
  ],
  "unknown-group": [
    [
      "There is no group “{group}”: it counts as empty.",
      "没有名为“{group}”的名单，按空名单处理。",
      "沒有名為「{group}」的名單，按空名單處理。",
    ],
    [
      "Add the group, or correct its name.",
      "请添加该名单，或更正其名称。",
      "請新增該名單，或更正其名稱。",
    ],
  ],
  never: [
    [
      'This never holds: nothing can meet all that is asked of "{field}".',
      "此条件永不成立：“{field}”无法同时满足所有要求。",
      "此條件永不成立：「{field}」無法同時滿足所有要求。",
    ],
    [
      "Take out one of the demands, or the rule.",
      "请去掉其中一项要求，或删除该规则。",
      "請去掉其中一項要求，或刪除該規則。",
    ],
  ],
  always: [
    [
      "This always holds, whoever the customer is.",
      "无论客户是谁，此条件总是成立。",
      "無論客戶是誰，此條件總是成立。",
    ],
    [
      "Take the condition out if everyone is meant.",
      "若针对所有人，请去掉该条件。",
      "若針對所有人，請去掉該條件。",
    ],
  ],
  shadowed: [
    [
      "Rule “{winner}” always wins in the group “{group}”.",
      "在“{group}”组中，规则“{winner}”总是优先。",
      "在「{group}」組中，規則「{winner}」總是優先。",
    ],
    [
      "Give this rule a higher priority, or narrow the other.",
      "请提高本规则的优先级，或收窄另一条规则。",
      "請提高本規則的優先順序，或收窄另一條規則。",
    ],
  ],
  "passes-when-unknown": [
    [
      "Customers whose “{field}” is not known also match this negation.",
      "“{field}”未知的客户也会符合此否定条件。",
      "「{field}」未知的客戶也會符合此否定條件。",
    ],
    [
      "Ask for the field to be present as well, if that is not meant.",
      "若非本意，请同时要求该字段存在。",
      "若非本意，請同時要求該欄位存在。",
    ],
  ],
  "empty-all": [
    [
      "An empty list after “{name}” lets everyone pass.",
      "“{name}”后的空列表会让所有人通过。",
      "「{name}」後的空清單會讓所有人通過。",
    ],
    [
      "List the conditions, or write const: true.",
      "请列出条件，或写 const: true。",
      "請列出條件，或寫 const: true。",
    ],
  ],
  "empty-any": [
    ["The list after “{name}” is empty.", "“{name}”后的列表为空。", "「{name}」後的清單為空。"],
    [
      "List the conditions, or write const.",
      "请列出条件，或写 const。",
      "請列出條件，或寫 const。",
    ],
  ],
  "no-unsubscribe": [
    [
      "This marketing message does not say how to unsubscribe.",
      "此营销消息未说明如何退订。",
      "此行銷訊息未說明如何退訂。",
    ],
    [
      "Add message.unsubscribe with a page or a keyword.",
      "请在 message.unsubscribe 中填写退订页面或关键词。",
      "請在 message.unsubscribe 中填寫退訂頁面或關鍵字。",
    ],
  ],
  "sensitive-field-in-message": [
    [
      "The message fills in “{field}”, which is sensitive.",
      "消息中引用了敏感字段“{field}”。",
      "訊息中引用了敏感欄位「{field}」。",
    ],
    [
      "Leave the field out of the message.",
      "请不要在消息中使用该字段。",
      "請不要在訊息中使用該欄位。",
    ],
  ],
  "dates-never": [
    [
      "There is no moment at which this counts: it ends before it begins.",
      "此处永不生效：结束早于开始。",
      "此處永不生效：結束早於開始。",
    ],
    [
      "Put the end after the beginning.",
      "请将结束时间设在开始之后。",
      "請將結束時間設在開始之後。",
    ],
  ],
  "split-sum": [
    [
      "The ranges leave out {missing} % and overlap by {doubled} %.",
      "各区间遗漏 {missing}%，重叠 {doubled}%。",
      "各區間遺漏 {missing}%，重疊 {doubled}%。",
    ],
    [
      "Take the ranges from splitRanges.",
      "请用 splitRanges 计算区间。",
      "請用 splitRanges 計算區間。",
    ],
  ],
};

function textOf([en, simplified, traditional]: Sentences[0]) {
  return { en, "zh-Hans": simplified, "zh-Hant": traditional };
}

/** The sentences of findings, in English, 简体 and 繁體: what is wrong under its code, the mend under `mend-` and its code. */
export const lintMessages: MessageCatalogue = /* @__PURE__ */ Object.fromEntries(
  Object.entries(SENTENCES).flatMap(([code, [problem, mend]]) => [
    [code, textOf(problem)],
    [`mend-${code}`, textOf(mend)],
  ]),
);
