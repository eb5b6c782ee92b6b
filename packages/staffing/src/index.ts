/**
 * Tells how many people a hot line takes: load forecast, waiting and abandonment, agents for a promise.
 *
 * @packageDocumentation
 */

export {
  agentsFor,
  StaffingGoal,
  type StaffingGoalInput,
  type StaffingPlan,
} from "./agents-for.ts";
export {
  CallCount,
  type CallCountInput,
  type CallForecastSum,
  callForecast,
  type ExpectedCalls,
  type IntervalCounts,
} from "./call-forecast.ts";
export { erlangB, erlangC } from "./erlang.ts";
export { type ErlangAOptions, erlangA, type ImpatientLine } from "./impatient-line.ts";
export {
  HotLine,
  type HotLineInput,
  predictService,
  type ServicePrediction,
} from "./predict-service.ts";
