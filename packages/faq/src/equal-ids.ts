import type { KefuIssue } from "@kefu/core";

/** One issue for every id that occurred before. */
export function issuesOfEqualIds(ids: readonly string[]): KefuIssue[] {
  const first = new Map<string, number>();
  return ids.flatMap((id, at) => {
    const taken = first.get(id);
    if (taken === undefined) first.set(id, at);
    return taken === undefined
      ? []
      : [{ path: [at, "id"], message: `"${id}" is already the id of entry ${taken}` }];
  });
}
