import type { CustomerHistories } from "@kefu/retention";

/** Columns that have an entry for each customer. */
const COLUMNS = [
  "frequency",
  "recency",
  "age",
  "repeatSpendMinor",
  "spendMinor",
  "orders",
  "firstDay",
  "lastDay",
] as const;

/** The customers of all parts, one part behind the other. They come of the same policy, and nobody is in two of them. */
export function joinHistories(parts: readonly CustomerHistories[]): CustomerHistories {
  const [first] = parts as readonly [CustomerHistories];
  const columns = COLUMNS.map((name) => [name, joined(parts.map((part) => part[name]))]);
  const holdouts = parts.flatMap(({ holdout }) => holdout ?? []);
  const sumOf = (of: (part: CustomerHistories) => number) =>
    parts.reduce((sum, part) => sum + of(part), 0);
  return {
    ...first,
    ...(Object.fromEntries(columns) as Pick<CustomerHistories, (typeof COLUMNS)[number]>),
    customerIds: parts.flatMap(({ customerIds }) => customerIds),
    holdout: first.holdout && {
      frequency: joined(holdouts.map(({ frequency }) => frequency)),
      spendMinor: joined(holdouts.map(({ spendMinor }) => spendMinor)),
    },
    n: sumOf(({ n }) => n),
    excluded: {
      customers: sumOf(({ excluded }) => excluded.customers),
      otherCurrency: sumOf(({ excluded }) => excluded.otherCurrency),
      unmatchedReturnsMinor: sumOf(({ excluded }) => excluded.unmatchedReturnsMinor),
    },
    diagnostics: diagnosticsOf(parts),
  };
}

function joined<Column extends Int32Array | Float64Array>(columns: readonly Column[]): Column {
  const [first] = columns as readonly [Column];
  const size = columns.reduce((sum, { length }) => sum + length, 0);
  const whole = new (first.constructor as new (size: number) => Column)(size);
  let at = 0;
  for (const column of columns) {
    whole.set(column, at);
    at += column.length;
  }
  return whole;
}

/** A part without data is none of a whole that has some. */
function diagnosticsOf(parts: readonly CustomerHistories[]): CustomerHistories["diagnostics"] {
  const told = parts.filter(({ n }) => n > 0).flatMap(({ diagnostics }) => diagnostics);
  const all =
    told.length > 0 || parts.some(({ n }) => n > 0) ? told : (parts[0]?.diagnostics ?? []);
  return [...new Set(all)];
}
