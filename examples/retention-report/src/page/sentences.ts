/** All the report says, in its languages. `{name}` is filled in. */
export const SENTENCES = {
  title: {
    en: "Who stays, and what are they worth?",
    "zh-Hans": "谁会留下？他们值多少？",
    "zh-Hant": "誰會留下？他們值多少？",
  },
  source: {
    en: "{file}: {orders} orders of {customers} customers, {first} to {last}.",
    "zh-Hans": "{file}：{first} 至 {last}，{customers} 位顾客的 {orders} 笔订单。",
    "zh-Hant": "{file}：{first} 至 {last}，{customers} 位顧客的 {orders} 筆訂單。",
  },
  rejected: {
    en: "{rejected} of {rows} rows were no orders and do not count.",
    "zh-Hans": "{rows} 行中有 {rejected} 行不是有效订单，未计入。",
    "zh-Hant": "{rows} 行中有 {rejected} 行不是有效訂單，未計入。",
  },
  credit: {
    en: "Data: CDNOW sample, published by P. S. Fader and B. G. S. Hardie (brucehardie.com/datasets).",
    "zh-Hans":
      "数据：CDNOW 样本，由 P. S. Fader 与 B. G. S. Hardie 公布（brucehardie.com/datasets）。",
    "zh-Hant":
      "資料：CDNOW 樣本，由 P. S. Fader 與 B. G. S. Hardie 公布（brucehardie.com/datasets）。",
  },
  "tile-customers": { en: "Customers", "zh-Hans": "顾客", "zh-Hant": "顧客" },
  "tile-revenue": {
    en: "Revenue, less returns",
    "zh-Hans": "收入（扣除退款）",
    "zh-Hant": "收入（扣除退款）",
  },
  "tile-again": {
    en: "Bought again within {days} days",
    "zh-Hans": "{days} 天内再次购买",
    "zh-Hant": "{days} 天內再次購買",
  },
  "tile-worth": {
    en: "Worth in the next 12 months",
    "zh-Hans": "未来 12 个月的价值",
    "zh-Hant": "未來 12 個月的價值",
  },
  "stays-title": { en: "Who comes back?", "zh-Hans": "谁会回来？", "zh-Hant": "誰會回來？" },
  "stays-said": {
    en: "{share} of all customers have bought again within {days} days.",
    "zh-Hans": "{days} 天内，{share} 的顾客再次购买。",
    "zh-Hant": "{days} 天內，{share} 的顧客再次購買。",
  },
  "stays-none": {
    en: "Nobody has bought a second time yet.",
    "zh-Hans": "尚无顾客第二次购买。",
    "zh-Hant": "尚無顧客第二次購買。",
  },
  "stays-differ": {
    en: "After a large first order it is {large}, after a small one {small}; that is more than chance (log-rank p {p}).",
    "zh-Hans": "首单金额大者为 {large}，小者为 {small}，差别并非偶然（对数秩检验 p {p}）。",
    "zh-Hant": "首單金額大者為 {large}，小者為 {small}，差別並非偶然（對數秩檢定 p {p}）。",
  },
  "stays-alike": {
    en: "After a large first order it is {large}, after a small one {small}; that may be chance (log-rank p {p}).",
    "zh-Hans": "首单金额大者为 {large}，小者为 {small}，差别可能出于偶然（对数秩检验 p {p}）。",
    "zh-Hant": "首單金額大者為 {large}，小者為 {small}，差別可能出於偶然（對數秩檢定 p {p}）。",
  },
  "stays-figure": {
    en: "Not yet bought a second time",
    "zh-Hans": "尚未第二次购买",
    "zh-Hant": "尚未第二次購買",
  },
  "stays-subtitle": {
    en: "Days since the first purchase; Kaplan–Meier, 95 % intervals",
    "zh-Hans": "首次购买以来的天数；Kaplan–Meier，95% 区间",
    "zh-Hant": "首次購買以來的天數；Kaplan–Meier，95% 區間",
  },
  "stays-share": {
    en: "not bought again",
    "zh-Hans": "未再购买",
    "zh-Hant": "未再購買",
  },
  "stays-small": {
    en: "First order below {amount}",
    "zh-Hans": "首单低于 {amount}",
    "zh-Hant": "首單低於 {amount}",
  },
  "stays-large": {
    en: "First order from {amount} on",
    "zh-Hans": "首单 {amount} 及以上",
    "zh-Hant": "首單 {amount} 及以上",
  },
  "stays-all": { en: "All customers", "zh-Hans": "全部顾客", "zh-Hant": "全部顧客" },
  "stays-note": {
    en: "The curve tells of the second purchase because that is an event one sees. A curve of last purchases would be wrong: without a contract nobody gives notice, and whoever bought a year ago may be back tomorrow. Who has left is estimated by the model below.",
    "zh-Hans":
      "曲线描述的是第二次购买，因为那是看得见的事件。以最后一次购买画曲线是错的：没有合同，谁也不会通知离开，一年前买过的人明天也可能回来。谁已离开，由下文的模型估计。",
    "zh-Hant":
      "曲線描述的是第二次購買，因為那是看得見的事件。以最後一次購買畫曲線是錯的：沒有合約，誰也不會通知離開，一年前買過的人明天也可能回來。誰已離開，由下文的模型估計。",
  },
  "cohorts-title": {
    en: "Do newer customers stay better?",
    "zh-Hans": "新顾客留得更久吗？",
    "zh-Hant": "新顧客留得更久嗎？",
  },
  "cohorts-said": {
    en: "One {period} after the first, {share} are active ({range}); {count} {period}s after it, {last}.",
    "zh-Hans":
      "首次购买后的下一{period}，{share} 的顾客活跃（{range}）；第 {count} 个{period}为 {last}。",
    "zh-Hant":
      "首次購買後的下一{period}，{share} 的顧客活躍（{range}）；第 {count} 個{period}為 {last}。",
  },
  "cohorts-young": {
    en: "No cohort is old enough yet to tell who comes back.",
    "zh-Hans": "还没有足够成熟的同期群。",
    "zh-Hant": "還沒有足夠成熟的同期群。",
  },
  "cohorts-figure": {
    en: "Active customers by cohort",
    "zh-Hans": "各同期群的活跃顾客",
    "zh-Hant": "各同期群的活躍顧客",
  },
  "cohorts-subtitle": {
    en: "By the {period} of the first purchase; a dot is not yet known",
    "zh-Hans": "按首次购买的{period}分组；圆点表示尚未可知",
    "zh-Hant": "按首次購買的{period}分組；圓點表示尚未可知",
  },
  "period-month": { en: "month", "zh-Hans": "月", "zh-Hant": "月" },
  "period-quarter": { en: "quarter", "zh-Hans": "季度", "zh-Hant": "季度" },
  "period-year": { en: "year", "zh-Hans": "年", "zh-Hant": "年" },
  "rfm-title": {
    en: "Who buys lately, and often?",
    "zh-Hans": "谁最近买、常常买？",
    "zh-Hant": "誰最近買、常常買？",
  },
  "rfm-said": {
    en: "“{segment}” is the segment with most of the revenue: {customers} customers, {share} of all, spent {revenue}.",
    "zh-Hans": "收入最多的是“{segment}”：{customers} 位顾客，占 {share}，共消费 {revenue}。",
    "zh-Hant": "收入最多的是「{segment}」：{customers} 位顧客，佔 {share}，共消費 {revenue}。",
  },
  "rfm-figure": { en: "Recency and frequency", "zh-Hans": "近度与频度", "zh-Hant": "近度與頻度" },
  "rfm-subtitle": {
    en: "Customers by scores of 1 to 5, 5 the best; below, what they spent",
    "zh-Hans": "按 1 至 5 分计的顾客数，5 分最好；下方为消费额",
    "zh-Hant": "按 1 至 5 分計的顧客數，5 分最好；下方為消費額",
  },
  "rfm-spent": { en: "Spent", "zh-Hans": "消费", "zh-Hant": "消費" },
  segment: { en: "Segment", "zh-Hans": "客群", "zh-Hant": "客群" },
  share: { en: "Share", "zh-Hans": "占比", "zh-Hant": "佔比" },
  "segment-champions": { en: "Champions", "zh-Hans": "冠军顾客", "zh-Hant": "冠軍顧客" },
  "segment-loyal": { en: "Loyal", "zh-Hans": "忠诚顾客", "zh-Hant": "忠誠顧客" },
  "segment-big-spenders": { en: "Big spenders", "zh-Hans": "高消费顾客", "zh-Hant": "高消費顧客" },
  "segment-new": { en: "New", "zh-Hans": "新顾客", "zh-Hant": "新顧客" },
  "segment-promising": { en: "Promising", "zh-Hans": "潜力顾客", "zh-Hant": "潛力顧客" },
  "segment-cannot-lose": { en: "Not to be lost", "zh-Hans": "不可流失", "zh-Hant": "不可流失" },
  "segment-at-risk": { en: "At risk", "zh-Hans": "有流失风险", "zh-Hant": "有流失風險" },
  "segment-hibernating": { en: "Hibernating", "zh-Hans": "沉睡顾客", "zh-Hant": "沉睡顧客" },
  "segment-lost": { en: "Lost", "zh-Hans": "已流失", "zh-Hant": "已流失" },
  "segment-other": { en: "Other", "zh-Hans": "其他", "zh-Hant": "其他" },
  "forecast-title": {
    en: "Can the forecast be trusted?",
    "zh-Hans": "预测可信吗？",
    "zh-Hant": "預測可信嗎？",
  },
  "forecast-said": {
    en: "After {date}, of which it had seen nothing, the model expected {expected} repeat purchases; {actual} came: {gap}.",
    "zh-Hans": "{date} 之后的数据模型从未见过：预测复购 {expected} 次，实际 {actual} 次，{gap}。",
    "zh-Hant": "{date} 之後的資料模型從未見過：預測回購 {expected} 次，實際 {actual} 次，{gap}。",
  },
  "gap-more": { en: "{share} more", "zh-Hans": "多 {share}", "zh-Hant": "多 {share}" },
  "gap-fewer": { en: "{share} fewer", "zh-Hans": "少 {share}", "zh-Hant": "少 {share}" },
  "gap-none": { en: "as expected", "zh-Hans": "与预测相符", "zh-Hant": "與預測相符" },
  "forecast-none": {
    en: "The data are too short to hold part of them back.",
    "zh-Hans": "数据时间太短，无法留出检验期。",
    "zh-Hant": "資料時間太短，無法留出檢驗期。",
  },
  "forecast-figure": {
    en: "Repeat purchases, added up",
    "zh-Hans": "累计复购次数",
    "zh-Hant": "累計回購次數",
  },
  "forecast-subtitle": {
    en: "BG/NBD fitted up to {date}; the band is the 95 % interval of its parameters",
    "zh-Hans": "BG/NBD，拟合至 {date}；色带为参数的 95% 区间",
    "zh-Hant": "BG/NBD，擬合至 {date}；色帶為參數的 95% 區間",
  },
  "forecast-measure": { en: "Repeat purchases", "zh-Hans": "复购次数", "zh-Hant": "回購次數" },
  "worth-title": {
    en: "What are they worth?",
    "zh-Hans": "他们值多少？",
    "zh-Hant": "他們值多少？",
  },
  "worth-said": {
    en: "All customers together are worth {total} in the 12 months after {date}{range}; the best tenth makes {share} of it.",
    "zh-Hans": "{date} 之后 12 个月内，全部顾客共值 {total}{range}；最好的一成占 {share}。",
    "zh-Hant": "{date} 之後 12 個月內，全部顧客共值 {total}{range}；最好的一成佔 {share}。",
  },
  "worth-note": {
    en: "BG/NBD for how often, Gamma–Gamma for how much, with a margin of {margin}, discounted by {discount} a year, purchases in the middle of each month. The interval is that of the parameters (95 %, delta method, standard error {error}): it holds for the sum, not for one customer.",
    "zh-Hans":
      "次数用 BG/NBD，金额用 Gamma–Gamma；毛利率 {margin}，年折现率 {discount}，购买计在每月中间。区间来自参数（95%，delta 法，标准误 {error}），适用于总和，不适用于单个顾客。",
    "zh-Hant":
      "次數用 BG/NBD，金額用 Gamma–Gamma；毛利率 {margin}，年折現率 {discount}，購買計在每月中間。區間來自參數（95%，delta 法，標準誤 {error}），適用於總和，不適用於單一顧客。",
  },
  "worth-table": {
    en: "Customers by value, a tenth each",
    "zh-Hans": "按价值排列的顾客，每组一成",
    "zh-Hant": "按價值排列的顧客，每組一成",
  },
  "worth-tenth": { en: "Tenth", "zh-Hans": "组", "zh-Hant": "組" },
  "worth-mean": { en: "Each", "zh-Hans": "每位", "zh-Hant": "每位" },
  "worth-share": { en: "Of all", "zh-Hans": "占总数", "zh-Hant": "佔總數" },
  customers: { en: "Customers", "zh-Hans": "顾客", "zh-Hant": "顧客" },
  "back-title": { en: "Whom to win back?", "zh-Hans": "该挽回谁？", "zh-Hant": "該挽回誰？" },
  "back-said": {
    en: "Writing to these {customers} gains {gain} on average, if {success} come back and each costs {cost}.",
    "zh-Hans": "若有 {success} 回来、每位成本 {cost}，联系这 {customers} 位平均可得 {gain}。",
    "zh-Hant": "若有 {success} 回來、每位成本 {cost}，聯絡這 {customers} 位平均可得 {gain}。",
  },
  "back-none": {
    en: "Nobody is likelier gone than there, and worth the cost of reaching out.",
    "zh-Hans": "没有既很可能已离开、又值得联系的顾客。",
    "zh-Hant": "沒有既很可能已離開、又值得聯絡的顧客。",
  },
  "back-table": {
    en: "Likelier gone than there, the most worthwhile first",
    "zh-Hans": "很可能已离开的顾客，最值得的在前",
    "zh-Hant": "很可能已離開的顧客，最值得的在前",
  },
  "back-note": {
    en: "{beyond} more are worthwhile, {stay} are likelier there than not, {cheap} would cost more than they bring.",
    "zh-Hans": "另有 {beyond} 位也值得；{stay} 位很可能仍在；{cheap} 位得不偿失。",
    "zh-Hant": "另有 {beyond} 位也值得；{stay} 位很可能仍在；{cheap} 位得不償失。",
  },
  customer: { en: "Customer", "zh-Hans": "顾客", "zh-Hant": "顧客" },
  "back-silent": { en: "Silent, days", "zh-Hans": "沉默天数", "zh-Hant": "沉默天數" },
  "back-alive": { en: "Still there", "zh-Hans": "仍在概率", "zh-Hant": "仍在機率" },
  "back-value": { en: "If back, worth", "zh-Hans": "回来后价值", "zh-Hant": "回來後價值" },
  "back-gain": { en: "Gain", "zh-Hans": "收益", "zh-Hant": "收益" },
  "point-title": {
    en: "What is a point of satisfaction worth?",
    "zh-Hans": "一个百分点的满意度值多少？",
    "zh-Hant": "一個百分點的滿意度值多少？",
  },
  "point-said": {
    en: "One point more of satisfied customers keeps {kept} of them, who earn {margin} in 12 months{range}.",
    "zh-Hans": "满意顾客多一个百分点，可多留住 {kept} 位，12 个月带来 {margin}{range}。",
    "zh-Hant": "滿意顧客多一個百分點，可多留住 {kept} 位，12 個月帶來 {margin}{range}。",
  },
  "point-none": {
    en: "Too little is known of who buys again.",
    "zh-Hans": "关于谁会再次购买所知太少。",
    "zh-Hant": "關於誰會再次購買所知太少。",
  },
  "point-figure": {
    en: "From satisfaction to return",
    "zh-Hans": "从满意到回报",
    "zh-Hant": "從滿意到回報",
  },
  "point-subtitle": {
    en: "95 % intervals out of 4,000 seeded draws",
    "zh-Hans": "95% 区间，4,000 次定种子抽样",
    "zh-Hant": "95% 區間，4,000 次定種子抽樣",
  },
  "point-satisfied": { en: "Satisfied", "zh-Hans": "满意", "zh-Hant": "滿意" },
  "point-step": { en: "+1 point", "zh-Hans": "+1 个百分点", "zh-Hant": "+1 個百分點" },
  "point-again": {
    en: "Buy again, if satisfied",
    "zh-Hans": "满意者再次购买",
    "zh-Hant": "滿意者再次購買",
  },
  "point-against": {
    en: "dissatisfied: {share}",
    "zh-Hans": "不满意者：{share}",
    "zh-Hant": "不滿意者：{share}",
  },
  "point-kept": { en: "Customers kept", "zh-Hans": "多留住的顾客", "zh-Hant": "多留住的顧客" },
  "point-margin": { en: "They earn", "zh-Hans": "带来", "zh-Hant": "帶來" },
  "point-return": {
    en: "Per unit spent",
    "zh-Hans": "每单位投入回报",
    "zh-Hant": "每單位投入回報",
  },
  "point-given": {
    en: "{count} of {of} asked are satisfied. Satisfied customers are taken to buy again six times as readily as dissatisfied ones (a prior, 3.7 to 9.8).",
    "zh-Hans":
      "受访 {of} 位中 {count} 位满意。假定满意者再次购买的可能是不满意者的六倍（先验，3.7 至 9.8）。",
    "zh-Hant":
      "受訪 {of} 位中 {count} 位滿意。假定滿意者再次購買的可能是不滿意者的六倍（先驗，3.7 至 9.8）。",
  },
  "point-assumed": {
    en: "Made up, since orders do not tell it: {count} of {of} asked are satisfied. Give your own with --satisfied. Satisfied customers are taken to buy again six times as readily as dissatisfied ones (a prior, 3.7 to 9.8).",
    "zh-Hans":
      "订单不含满意度，此处为示例假设：受访 {of} 位中 {count} 位满意，请用 --satisfied 给出实际数字。假定满意者再次购买的可能是不满意者的六倍（先验，3.7 至 9.8）。",
    "zh-Hant":
      "訂單不含滿意度，此處為示例假設：受訪 {of} 位中 {count} 位滿意，請用 --satisfied 給出實際數字。假定滿意者再次購買的可能是不滿意者的六倍（先驗，3.7 至 9.8）。",
  },
  "worth-total": { en: "Together", "zh-Hans": "合计", "zh-Hant": "合計" },
  "rfm-tied": {
    en: "Many customers bought equally often, and equal customers never part: some scores have nobody.",
    "zh-Hans": "许多顾客购买次数相同，相同者不分开，因此有的分数无人。",
    "zh-Hant": "許多顧客購買次數相同，相同者不分開，因此有的分數無人。",
  },
  "bear-NO_DATA": {
    en: "There is nothing to count.",
    "zh-Hans": "没有可计的数据。",
    "zh-Hant": "沒有可計的資料。",
  },
  "bear-FEW_EVENTS": {
    en: "It rests on fewer than ten events: take it for a hint.",
    "zh-Hans": "所依据的事件不足十次，仅供参考。",
    "zh-Hant": "所依據的事件不足十次，僅供參考。",
  },
  "bear-BOUNDARY": {
    en: "It lies at the edge of what is possible, where no standard error can be told.",
    "zh-Hans": "结果处于可能范围的边界，无法给出标准误。",
    "zh-Hant": "結果處於可能範圍的邊界，無法給出標準誤。",
  },
  "bear-NOT_CONVERGED": {
    en: "The search for the best parameters ended before it was sure.",
    "zh-Hans": "参数搜索在确定之前就结束了。",
    "zh-Hant": "參數搜尋在確定之前就結束了。",
  },
  "bear-POPULATION_MEAN_UNDEFINED": {
    en: "What a customer without repeat purchases spends cannot be told from the model; the mean of all orders stands in for it.",
    "zh-Hans": "模型无法给出没有复购的顾客的消费额，以全部订单的均值代替。",
    "zh-Hant": "模型無法給出沒有回購的顧客的消費額，以全部訂單的均值代替。",
  },
  "bear-IMMATURE_COHORT": {
    en: "Cells that lie in the future are left open, and are not 0.",
    "zh-Hans": "尚未到来的时期留空，并非 0。",
    "zh-Hant": "尚未到來的時期留空，並非 0。",
  },
  "bear-MIXED_CURRENCY": {
    en: "Rows in other currencies were left out.",
    "zh-Hans": "其他货币的行未计入。",
    "zh-Hant": "其他貨幣的行未計入。",
  },
  "bear-DEPENDENCE": {
    en: "How much customers spend goes with how often they buy, which the model takes for independent.",
    "zh-Hans": "消费金额与购买次数相关，而模型假定两者独立。",
    "zh-Hant": "消費金額與購買次數相關，而模型假定兩者獨立。",
  },
} as const satisfies Record<string, Record<"en" | "zh-Hans" | "zh-Hant", string>>;

/** What the report can say. */
export type Sentence = keyof typeof SENTENCES;
