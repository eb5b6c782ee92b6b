/**
 * Keeps what was promised to customers in view: made, at risk, kept, broken, renegotiated, withdrawn.
 *
 * @packageDocumentation
 */
export {
  CustomerPromise,
  type CustomerPromiseInput,
  isOpenPromise,
  PromiseStatus,
} from "./customer-promise.ts";
export { assessPromise, type PromiseFeasibility, PromiseTerms } from "./feasibility.ts";
export {
  nextPromiseWake,
  type PromiseOccurrence,
  type PromiseStep,
  promiseAfter,
} from "./promise-after.ts";
export { PromiseFact } from "./promise-fact.ts";
