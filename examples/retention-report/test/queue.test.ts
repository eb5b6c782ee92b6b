// Over PGlite; over a PostgreSQL server, too, where DATABASE_URL names one.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { RejectedRow } from "../src/orders/read-chunk.ts";
import { type QueueReading, sumOverQueue } from "../src/queue/sum-over-queue.ts";
import { type FileReading, type SummedOrders, sumFile } from "../src/shards/sum-file.ts";
import { withFiles } from "./run-report.ts";

const SAMPLE = fileURLToPath(new URL("../data/cdnow-sample.csv", import.meta.url));
const yours = process.env["DATABASE_URL"];

type Sum<Reading> = (file: string, reading: Reading) => Promise<SummedOrders>;

/** All that a sum says, with the rows that it rejects, to the last bit. */
async function told<Reading extends FileReading>(
  sum: Sum<Reading>,
  file: string,
  options: Omit<Reading, "columns" | "decimals" | "keepRejected">,
): Promise<string> {
  const rejected: RejectedRow[] = [];
  const reading = {
    ...{ columns: {}, decimals: 2, ...options },
    keepRejected: async (rows: readonly RejectedRow[]) => {
      rejected.push(...rows);
    },
  } as unknown as Reading;
  const { parts, close, ...counts } = await sum(file, reading);
  const histories = [];
  for await (const part of parts) histories.push(part);
  await close();
  return JSON.stringify([counts, rejected, histories]);
}

const alone = (file: string) => told(sumFile, file, { workers: 1, onProgress: () => undefined });
const overQueue = (
  file: string,
  options: Omit<QueueReading, "columns" | "decimals" | "keepRejected">,
) => told(sumOverQueue, file, options);

const databases: readonly { readonly where: string; readonly databaseUrl?: string }[] = [
  { where: "PGlite" },
  ...(yours === undefined ? [] : [{ where: "the server of DATABASE_URL", databaseUrl: yours }]),
];

describe.each(databases)("Over a queue on $where", ({ databaseUrl }) => {
  it("processes sum up shards to what one process does, to the last bit", async () => {
    const rows = Array.from({ length: 300 }, (_, at) =>
      at % 7 === 0 ? `"c\n客${at}",never,1` : `客${at % 50},2026-01-${10 + (at % 19)},1.${at % 10}`,
    );
    await withFiles({ "o.csv": `id,date,amount\n${rows.join("\n")}` }, async (folder) => {
      const one = await alone(`${folder}/o.csv`);
      expect(JSON.parse(one)[1]).toHaveLength(43);
      const sizes = { chunkBytes: 256, shardBytes: 1000 };
      const options = { databaseUrl, workers: 2, ...sizes, onProgress: () => undefined };
      expect(await overQueue(`${folder}/o.csv`, options)).toBe(one);
    });
  }, 300_000);

  it("another takes the shard of a worker that was killed", async () => {
    const killed: (string | null)[] = [];
    let kill = () => {};
    const sum = await overQueue(SAMPLE, {
      ...{ databaseUrl, workers: 2, chunkBytes: 4096, shardBytes: 8192, expireInSeconds: 2 },
      onWorkers: ({ processes: [victim] }) => {
        kill = () => victim?.kill("SIGKILL");
        victim?.once("exit", (_, signal) => killed.push(signal));
        // Where its questions are heard: it dies with the shard that it asks for, and never hears of it.
        victim?.on("message", ({ sql }: { readonly sql?: string }) => {
          if (sql?.includes("SKIP LOCKED")) kill();
        });
      },
      onProgress: (bytes) => {
        if (bytes > 0) kill();
      },
    });
    expect(sum).toBe(await alone(SAMPLE));
    expect(killed).toEqual(["SIGKILL"]);
  }, 300_000);
});
