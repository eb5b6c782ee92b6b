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
  const places = histories.customerIds.flatMap((_, at) =>
    (alive[at] as number) < 0.5 ? [at] : [],
  );
  const rows = places.map((at) => {
    const chance = alive[at] as number;
    return {
      customerId: String(histories.customerIds[at]),
      valueMinor: chance < HOPE ? 0 : Math.floor((valuesMinor[at] as number) / chance),
      alive: chance,
      silentDays: lastDay - (histories.lastDay[at] as number),
      spendMinor: histories.spendMinor[at] as number,
    };
  });
  const customers = rows.map(({ customerId, valueMinor, silentDays }) => ({
    ...{ customerId, valueMinor, silentDays },
    churned: true,
  }));
  const { entries, left, gainMinor } = winBackList(customers, { ...costs, limit: LISTED });
  const listed = new Set(entries.map(({ customerId }) => customerId));
  const known = new Map(
    rows.flatMap((row) => (listed.has(row.customerId) ? [[row.customerId, row]] : [])),
  );
  return {
    ...costs,
    rows: entries.flatMap(({ customerId, gainMinor }) => {
      const row = known.get(customerId);
      return row === undefined ? [] : [{ ...row, gainMinor }];
    }),
    left: { ...left, "not-churned": histories.n - rows.length },
    gainMinor,
  };
}
