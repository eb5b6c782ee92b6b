import { type CustomerHistories, type WinBackList, winBackList } from "@kefu/retention";
import type { CustomerWorth } from "./worth.ts";

/** What reaching out costs and achieves. */
export interface WinBackCosts {
  readonly contactCostMinor: number;
  readonly successShare: number;
}

/** A customer of the list with what is known of him. */
interface WinBackRow {
  readonly customerId: string;
  readonly gainMinor: number;
  readonly valueMinor: number;
  readonly alive: number;
  readonly silentDays: number;
  readonly spendMinor: number;
}

/** Whom to reach out to. */
export interface WinBack extends WinBackCosts {
  readonly rows: readonly WinBackRow[];
  /** How many are not listed, by the reason. */
  readonly left: WinBackList["left"];
  /** What all the listed gain together. */
  readonly gainMinor: number;
}

const LISTED = 20;
/** So little hope is none: what such a customer would be worth is a quotient of two noises. */
const HOPE = 1e-9;

/** Lost is who is likelier gone than there; he is worth what the model foretells of him in case he is there. */
export function winBack(
  histories: CustomerHistories,
  { alive, valuesMinor }: CustomerWorth,
  { costs, lastDay }: { readonly costs: WinBackCosts; readonly lastDay: number },
): WinBack {
  const rows = new Map(
    histories.customerIds.map((id, at) => {
      const chance = alive[at] as number;
      const valueMinor = chance < HOPE ? 0 : Math.floor((valuesMinor[at] as number) / chance);
      const silentDays = lastDay - (histories.lastDay[at] as number);
      const spendMinor = histories.spendMinor[at] as number;
      return [String(id), { valueMinor, alive: chance, silentDays, spendMinor }] as const;
    }),
  );
  const customers = Array.from(rows, ([customerId, row]) => ({
    customerId,
    churned: row.alive < 0.5,
    silentDays: row.silentDays,
    valueMinor: row.valueMinor,
  }));
  const { entries, left, gainMinor } = winBackList(customers, { ...costs, limit: LISTED });
  return {
    ...costs,
    rows: entries.flatMap(({ customerId, gainMinor }) => {
      const row = rows.get(customerId);
      return row === undefined ? [] : [{ customerId, gainMinor, ...row }];
    }),
    left,
    gainMinor,
  };
}
