import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { DeliveryOptions } from "./plan-deliveries.ts";
import type { PlannedKill } from "./plan-kills.ts";
import type { Answer } from "./send-commands.ts";

/** What a worker has to do. */
export interface WorkerTask {
  readonly worker: number;
  /** Its first delivery: all before it are answered. */
  readonly from: number;
  /** `null` where the database is reached through the service alone. */
  readonly databaseUrl: string | null;
  readonly options: DeliveryOptions;
}

/** How workers reach the service. */
interface Reach {
  readonly databaseUrl: string | null;
  /** Where the service listens, if it does. */
  readonly serviceUrl: string | null;
}

/** What workers do, and what befalls them. */
export interface Work extends Reach {
  readonly options: DeliveryOptions;
  readonly kills: readonly PlannedKill[];
  /** Told each answer, also a second one where a worker died before it could say that it had the first. */
  readonly tell: (worker: number, answer: Answer) => void;
}

/**
 * Lets workers send all that is planned, each in a process of its own, kills them as planned and starts others in their
 * place. A successor sends again what its predecessor had no answer to.
 *
 * @returns how many were killed
 */
export async function runWorkers(work: Work): Promise<number> {
  const program = await bundleWorker();
  const plan = [...work.kills];
  const current = new Map<number, ChildProcess>();
  let answers = 0;
  let killed = 0;
  const killWhenDue = () => {
    while (plan[0] !== undefined && plan[0].afterAnswers <= answers) {
      const { worker } = plan.shift() as PlannedKill;
      const alive = [...current].filter(([, child]) => !child.killed).sort(([a], [b]) => a - b);
      const victim = alive.find(([one]) => one >= worker) ?? alive[0];
      if (victim?.[1].kill("SIGKILL")) killed++;
    }
  };
  const employ = async (worker: number) => {
    const open = new Positions();
    for (let ended = false; !ended; ) {
      const child = start(program, work, { worker, from: open.first });
      current.set(worker, child);
      child.on("message", (answer: Answer) => {
        answers++;
        open.close(answer.position);
        work.tell(worker, answer);
        killWhenDue();
      });
      ended = await endOf(child);
      current.delete(worker);
    }
  };
  const { workers } = work.options;
  const all = Array.from({ length: workers }, (_, worker) => employ(worker));
  try {
    await Promise.all(all);
  } finally {
    for (const child of current.values()) child.kill("SIGKILL");
  }
  return killed;
}

/** Which positions of a list are still to come; kept as the first of them and those closed beyond it. */
class Positions {
  first = 0;
  private readonly beyond = new Set<number>();

  close(position: number): void {
    this.beyond.add(position);
    while (this.beyond.delete(this.first)) this.first++;
  }
}

function start(
  program: string,
  { databaseUrl, serviceUrl, options }: Work,
  { worker, from }: Pick<WorkerTask, "worker" | "from">,
): ChildProcess {
  const task: WorkerTask = { worker, from, databaseUrl, options };
  const env = { ...process.env, WORKER_TASK: JSON.stringify(task) };
  const reach = serviceUrl === null ? {} : { SERVICE_URL: serviceUrl };
  return fork(program, { execArgv: [], env: { ...env, ...reach } });
}

/** Whether it came to its end by itself. */
function endOf(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code, signal) => {
      if (signal !== null || code === 0) resolve(signal === null);
      else reject(new Error(`A worker ended with code ${code}`));
    });
  });
}

/** One file of JavaScript: whoever starts so often must not compile each time. */
async function bundleWorker(): Promise<string> {
  const outfile = fileURLToPath(new URL("../../.data/worker.mjs", import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL("./worker-process.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["@kefu/source"],
    external: ["pg"],
  });
  return outfile;
}
