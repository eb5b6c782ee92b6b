import type { Instant } from "@kefu/core";
import type { Duty } from "../desk/duty.ts";
import type { Reader } from "../web/reader.ts";
import { Moment } from "./moment.tsx";
import { TimeLeft } from "./time-left.tsx";

interface DutyLineProps {
  readonly reader: Reader;
  readonly duty: Duty;
  readonly now: Instant;
}

/** What is owed, how much time is left for it, and when it is due. */
export function DutyLine({ reader, duty, now }: DutyLineProps) {
  const { dueAt, kind } = duty;
  return (
    <>
      <span class="duty-name">{dutyName(duty, reader)}</span>{" "}
      {kind !== "badNews" && (
        <>
          <TimeLeft reader={reader} dueAt={dueAt} now={now} />{" "}
        </>
      )}
      <Moment reader={reader} at={dueAt} now={now} />
    </>
  );
}

function dutyName(duty: Duty, { texts }: Reader) {
  const { clocks, targets } = texts.service;
  if (duty.kind === "clock") return targets[duty.clock.targetId] ?? duty.clock.targetId;
  if (duty.kind === "promise") return clocks.promise;
  return <strong class="left left-late">{clocks.badNews}</strong>;
}
