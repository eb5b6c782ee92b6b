import {
  type CompileConditionOptions,
  type Condition,
  compileCondition,
  type Instant,
  InvalidInputError,
} from "@kefu/core";
import { isItemId } from "./baskets.ts";
import { reading } from "./reading.ts";

/** An item and whatever is known of it: `{ itemId: "tea", stock: 3, tags: ["hot"] }`. */
export interface ItemFacts {
  /** Which item. */
  readonly itemId: string;
  readonly [fact: string]: unknown;
}

/**
 * A test for `where` of `recommend`: which items may be shown, as a condition over what is known of them. Items that are not in the
 * list may not.
 *
 * @param items - of an item that stands twice, the later one counts
 * @param condition - asked once for each item, here
 * @param options - `at` for conditions that ask for the present, `groups` for those that name some
 * @throws `InvalidConditionError` for a condition that is none; `InvalidInputError` for the rest
 *
 * @example
 * ```ts
 * import { itemFilter } from "@kefu/recommendation";
 *
 * const stock = [{ itemId: "tea", stock: 3 }, { itemId: "cup", stock: 0 }];
 * const inStock = itemFilter(stock, { field: "stock", op: "gt", value: 0 });
 * [inStock("tea"), inStock("cup"), inStock("sofa")]; // => [true, false, false]
 * ```
 */
export function itemFilter(
  items: readonly ItemFacts[],
  condition: Condition,
  options: CompileConditionOptions & { readonly at?: Instant | undefined } = {},
): (itemId: string) => boolean {
  const { at, ...compileOptions } = reading("item filter options", () => ({ ...options }));
  const holds = compileCondition(condition, compileOptions);
  return reading("item facts", () => shownItems(items, (item) => holds(item, at)));
}

function shownItems(items: readonly ItemFacts[], holds: (item: ItemFacts) => boolean) {
  if (!Array.isArray(items)) throw refusal([], "must be a list");
  const shown = new Map<string, boolean>();
  items.forEach((item, place) => {
    if (!isItemId(item?.itemId)) throw refusal([place, "itemId"], "must be an item id");
    shown.set(item.itemId, holds(item));
  });
  return (itemId: string): boolean => shown.get(itemId) === true;
}

function refusal(path: readonly (string | number)[], message: string): InvalidInputError {
  return new InvalidInputError("item facts", [{ path, message }]);
}
