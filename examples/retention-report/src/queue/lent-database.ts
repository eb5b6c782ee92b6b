import type { ChildProcess } from "node:child_process";
import type { Database, Query } from "./database.ts";

interface Asked {
  readonly number: number;
  readonly sql: string;
  readonly parameters?: readonly unknown[] | undefined;
}

interface Answered {
  readonly number: number;
  readonly rows?: object[];
  readonly error?: string;
}

/** Lets a process ask a database that only this one can reach. */
export function lend(database: Database, child: ChildProcess): void {
  child.on("message", async ({ number, sql, parameters }: Asked) => {
    const answer: Answered = await database.query(sql, parameters).then(
      (rows) => ({ number, rows }),
      (error: Error) => ({ number, error: error.message }),
    );
    if (child.connected) child.send(answer);
  });
}

/** In such a process: the database of the one that started it. */
export function borrowedDatabase(): Query {
  const waiting = new Map<number, (answer: Answered) => void>();
  process.on("message", (answer: Answered) => {
    waiting.get(answer.number)?.(answer);
    waiting.delete(answer.number);
  });
  let asked = 0;
  return <Row extends object>(sql: string, parameters?: readonly unknown[]) =>
    new Promise<Row[]>((resolve, reject) => {
      const number = asked++;
      waiting.set(number, ({ rows, error }) => {
        if (error === undefined) resolve(rows as Row[]);
        else reject(new Error(error));
      });
      process.send?.({ number, sql, parameters } satisfies Asked);
    });
}
