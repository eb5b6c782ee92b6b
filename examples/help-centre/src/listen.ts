import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";

type Fetch = Parameters<typeof serve>[0]["fetch"];

const ATTEMPTS = 20;

/** Listens on the port, or, when it is taken, on the next free one; `port` is the one it got. */
export async function listen(
  fetch: Fetch,
  wanted: number,
): Promise<{ server: ServerType; port: number }> {
  for (let port = wanted; port < wanted + ATTEMPTS && port <= 65535; port++) {
    const server = await listenOn(fetch, port);
    if (server !== undefined) return { server, port: (server.address() as AddressInfo).port };
  }
  throw new Error(`no free port from ${wanted} on: set PORT to another one`);
}

function listenOn(fetch: Fetch, port: number): Promise<ServerType | undefined> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port }, () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      else reject(error);
    });
  });
}
