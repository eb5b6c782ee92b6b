import { expect, it } from "vitest";
import * as routing from "../src/index.ts";

it("offers these names", () => {
  expect(Object.keys(routing).sort()).toEqual([
    "Agent",
    "QueuePolicy",
    "RoutingPolicy",
    "Team",
    "WorkItem",
    "nextTeam",
    "orderQueue",
    "routeTicket",
    "routingMessages",
  ]);
});
