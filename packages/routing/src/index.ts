/**
 * Finds who takes a ticket: the right person, the next one in the queue, the team that is awake.
 *
 * @packageDocumentation
 */

export { Agent, type AgentInput } from "./agent.ts";
export type { CalendarsByName } from "./calendars.ts";
export type { ExclusionCode } from "./eligibility.ts";
export {
  type NextTeamOptions,
  type NextTeamResult,
  nextTeam,
  Team,
  type TeamShift,
} from "./next-team.ts";
export {
  orderQueue,
  type QueuedItem,
  QueuePolicy,
  type QueuePolicyInput,
} from "./order-queue.ts";
export {
  type ExcludedAgent,
  type NobodyCode,
  type RankedAgent,
  type RoutingOptions,
  type RoutingResult,
  routeTicket,
} from "./route-ticket.ts";
export { routingMessages } from "./routing-messages.ts";
export { RoutingPolicy, type RoutingPolicyInput } from "./routing-policy.ts";
export type { MeritCode } from "./score-agent.ts";
export { WorkItem, type WorkItemInput } from "./work-item.ts";
