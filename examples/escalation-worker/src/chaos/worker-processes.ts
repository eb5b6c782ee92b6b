import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { PlannedKill } from "./plan-kills.ts";

/** Workers at work, each a process of its own. */
export interface WorkerProcesses {
  /** When a worker was killed, in milliseconds of the machine's clock. */
  readonly killedAt: readonly number[];
  /** Kills workers as planned, and starts others in their place, until all are stopped. */
  kill(plan: Iterable<PlannedKill>): Promise<void>;
  stop(): void;
}

/** Starts workers on a database; they are at work when this is done. */
export async function startWorkers(url: string, count: number): Promise<WorkerProcesses> {
  const program = await bundleWorker();
  const start = (): ChildProcess =>
    fork(program, { execArgv: [], env: { ...process.env, DATABASE_URL: url } });
  const workers = Array.from({ length: count }, start);
  await Promise.all(workers.map(isAtWork));
  const killedAt: number[] = [];
  let stopped = false;
  return {
    killedAt,
    async kill(plan) {
      for (const { afterMilliseconds, worker, emptyMilliseconds } of plan) {
        await pause(afterMilliseconds);
        if (stopped) return;
        workers[worker]?.kill("SIGKILL");
        killedAt.push(Date.now());
        await pause(emptyMilliseconds);
        if (stopped) return;
        const successor = start();
        workers[worker] = successor;
        // However slow the machine: the next one dies when this one works.
        await isAtWork(successor);
      }
    },
    stop() {
      stopped = true;
      for (const worker of workers) worker.kill("SIGKILL");
    },
  };
}

/** A worker says so once, when it has begun. */
const isAtWork = (worker: ChildProcess) => once(worker, "message");

/** Waits, but keeps nobody from ending. */
const pause = (milliseconds: number) => wait(milliseconds, undefined, { ref: false });

/** One file of JavaScript: whoever starts so often must not compile each time. */
export async function bundleWorker(): Promise<string> {
  const outfile = fileURLToPath(new URL("../../.data/worker.mjs", import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("../worker-process.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["@kefu/source"],
    external: ["pg", "pg-boss"],
  });
  return outfile;
}
