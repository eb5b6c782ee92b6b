import type { Instant } from "@kefu/core";
import type { Alarm } from "../desk/alarms.ts";
import type { Reader } from "../web/reader.ts";
import { Moment } from "./moment.tsx";

interface AlarmsProps {
  readonly reader: Reader;
  readonly alarms: readonly Alarm[];
  readonly now: Instant;
}

/** What the policy has told somebody about the clocks that still run. */
export function Alarms({ reader, alarms, now }: AlarmsProps) {
  const { targets, policy } = reader.texts.service;
  if (alarms.length === 0) return null;
  return (
    <ul class="alarms">
      {alarms.map(({ at, targetId, action }) => (
        <li>
          <strong class="tag tag-notHelpful">{policy.actions[action] ?? action}</strong>{" "}
          {targets[targetId] ?? targetId} <Moment reader={reader} at={at} now={now} />
        </li>
      ))}
    </ul>
  );
}
