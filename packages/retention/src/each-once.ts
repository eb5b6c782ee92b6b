import { InvalidInputError, type KefuIssue } from "@kefu/core";

/**
 * Refuses lists in which a customer stands twice: he would count, or be written to, twice.
 *
 * @throws `InvalidInputError` with the path of each repeated id
 */
export function requireEachOnce(customers: readonly { readonly customerId: string }[]): void {
  const first = new Map<string, number>();
  const issues: KefuIssue[] = [];
  for (const [at, { customerId }] of customers.entries()) {
    const before = first.get(customerId);
    if (before === undefined) first.set(customerId, at);
    else issues.push({ path: [at, "customerId"], message: `stands at ${before} already` });
  }
  if (issues.length > 0) throw new InvalidInputError("customers", issues);
}
