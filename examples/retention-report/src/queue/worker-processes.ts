import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Database } from "./database.ts";
import { lend } from "./lent-database.ts";

const PROGRAM = fileURLToPath(new URL("./shard-process.ts", import.meta.url));

/** Workers at work, each a process of its own. */
export interface WorkerProcesses {
  readonly processes: readonly ChildProcess[];
  /** Why there is no hope any more: they die again and again. */
  readonly trouble: () => string | undefined;
  readonly stop: () => void;
}

/** Starts workers; who dies is followed by another, as long as there is hope. */
export function startWorkers(count: number, database: Database): WorkerProcesses {
  const processes: ChildProcess[] = [];
  let isStopped = false;
  let deaths = 0;
  const mayDie = 3 * count;
  const start = (place: number) => {
    const worker = fork(PROGRAM, [], {
      execArgv: ["--conditions=@kefu/source", "--import", import.meta.resolve("tsx")],
      env: { ...process.env, DATABASE_URL: database.url },
      serialization: "advanced",
    });
    lend(database, worker);
    worker.on("exit", () => {
      deaths++;
      if (!isStopped && deaths <= mayDie) start(place);
    });
    processes[place] = worker;
  };
  for (let place = 0; place < count; place++) start(place);
  return {
    processes,
    trouble: () => (deaths > mayDie ? `${deaths} workers died` : undefined),
    stop: () => {
      isStopped = true;
      for (const worker of processes) worker.kill("SIGKILL");
    },
  };
}
