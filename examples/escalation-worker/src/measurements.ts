import type { Connection } from "./database/database.ts";
import type { Done } from "./handle-deliveries.ts";

/** One row for what each transaction did. */
export const MEASUREMENT_TABLES = `
  create table escalation_worker.measurements (
    handled_at double precision not null, deliveries int not null, wakes int not null,
    events int not null, conflicts int not null, lateness int[] not null
  );
`;

/** Takes down what a transaction did, and how long after their due moment deliveries were handled. */
export async function measure(
  connection: Connection,
  { deliveries, events, conflicts }: Done,
): Promise<void> {
  const handledAt = Date.now();
  await connection.query(
    "insert into escalation_worker.measurements values ($1, $2, $3, $4, $5, $6)",
    [
      handledAt,
      deliveries.length,
      deliveries.filter(({ command }) => command === "wake").length,
      events,
      conflicts,
      deliveries.map(({ dueAt }) => handledAt - dueAt),
    ],
  );
}

/** How late deliveries were, in milliseconds. */
export interface Lateness {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** What a run did. */
export interface Totals extends Lateness {
  readonly deliveries: number;
  readonly wakes: number;
  readonly events: number;
  readonly conflicts: number;
  /** From the start of the clock until the last delivery was handled. */
  readonly seconds: number;
  /** How much the busiest second saw. */
  readonly busiest: { readonly deliveries: number; readonly events: number };
}

/** How late the deliveries were that were handled in one second of a run. */
export interface LatenessInSecond extends Lateness {
  readonly second: number;
}

const PERCENTILES = `
  percentile_disc(0.5) within group (order by late) as p50,
  percentile_disc(0.95) within group (order by late) as p95,
  percentile_disc(0.99) within group (order by late) as p99`;

/** The whole of a run that started at a moment of the machine. */
export async function totals(database: Connection, realStart: number): Promise<Totals> {
  const [sums] = await database.query<Omit<Totals, keyof Lateness | "busiest">>(
    `select sum(deliveries)::int as deliveries, sum(wakes)::int as wakes, sum(events)::int as events,
       sum(conflicts)::int as conflicts, (max(handled_at) - $1) / 1000 as seconds
     from escalation_worker.measurements`,
    [realStart],
  );
  const [lateness] = await database.query<Lateness>(
    `select ${PERCENTILES} from escalation_worker.measurements, unnest(lateness) as late`,
  );
  const [busiest] = await database.query<Totals["busiest"]>(
    `select max(deliveries) as deliveries, max(events) as events from (
       select sum(deliveries)::int as deliveries, sum(events)::int as events
       from escalation_worker.measurements group by floor(handled_at / 1000)
     ) as seconds`,
  );
  return { ...(sums as Totals), ...(lateness as Lateness), busiest: busiest as Totals["busiest"] };
}

/** How late it was second by second. */
export function latenessBySecond(
  database: Connection,
  realStart: number,
): Promise<LatenessInSecond[]> {
  return database.query<LatenessInSecond>(
    `select floor((handled_at - $1) / 1000)::int as second, ${PERCENTILES}
     from escalation_worker.measurements, unnest(lateness) as late group by 1 order by 1`,
    [realStart],
  );
}
