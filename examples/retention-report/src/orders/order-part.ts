import { customerHistories, type HistorySum } from "@kefu/retention";

/** Up to which day histories are read is said when they are finished. */
export const histories = customerHistories({ calibrationEnd: "9999-12-31" });

/** Orders of some customers, sixteen bytes each. */
export interface OrderPart {
  readonly add: (customerId: string, day: number, amount: number) => void;
  /** What they say; plain JSON. */
  readonly sum: () => HistorySum;
}

/** So many orders of a part are given room at once. */
const BLOCK = 1 << 13;

const emptyBlock = () => ({
  customers: new Int32Array(BLOCK),
  days: new Int32Array(BLOCK),
  amounts: new Float64Array(BLOCK),
});

/** No orders yet. */
export function orderPart(): OrderPart {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  const blocks = [emptyBlock()];
  let size = 0;
  const numberOf = (customerId: string): number => {
    const known = numbers.get(customerId);
    if (known !== undefined) return known;
    const name = apart(customerId);
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  return {
    add: (customerId, day, amount) => {
      const place = size++ % BLOCK;
      if (place === 0 && size > 1) blocks.push(emptyBlock());
      const block = blocks[blocks.length - 1] as (typeof blocks)[number];
      block.customers[place] = numberOf(customerId);
      block.days[place] = day;
      block.amounts[place] = amount;
    },
    sum: () => {
      const customerIds = new Array<string>(size);
      const [dates, amountsMinor] = [new Int32Array(size), new Float64Array(size)];
      for (let at = 0; at < size; at++) {
        const block = blocks[Math.floor(at / BLOCK)] as (typeof blocks)[number];
        customerIds[at] = names[block.customers[at % BLOCK] as number] as string;
        dates[at] = block.days[at % BLOCK] as number;
        amountsMinor[at] = block.amounts[at % BLOCK] as number;
      }
      return histories.addAll(histories.create(), { customerIds, dates, amountsMinor });
    },
  };
}

/** A long piece of a text keeps the whole text in memory: a megabyte for the name of a customer. */
const apart = (text: string): string => (text.length > 12 ? Buffer.from(text).toString() : text);
