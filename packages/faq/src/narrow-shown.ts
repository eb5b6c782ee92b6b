import { type FaqView, positionOf, type Shown } from "./faq-view.ts";

/** Which entries to search among, by id. */
interface IdFilter {
  readonly ids?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

/** What a filter lets through, less what these ids leave out. Not remembered: each reader has other ones. */
export function narrowShown(view: FaqView, shown: Shown, { ids, exclude }: IdFilter): Shown {
  if (ids === undefined && exclude === undefined) return shown;
  const [wanted, unwanted] = [positionsOf(view, ids), positionsOf(view, exclude)];
  const isWanted = (entry: number) =>
    (ids === undefined || wanted.has(entry)) && !unwanted.has(entry);
  const { rowEntries } = view.corpus;
  const rows = shown.rows.map((isShown, row) =>
    isShown === 1 && isWanted(rowEntries[row] as number) ? 1 : 0,
  );
  return { ...shown, rows };
}

const positionsOf = (view: FaqView, ids: readonly string[] = []): ReadonlySet<number> =>
  new Set(ids.flatMap((id) => positionOf(view, id) ?? []));
