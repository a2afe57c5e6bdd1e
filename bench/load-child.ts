/** The process that makes the load; `load.ts` sends it orders. */
import { connect, type Socket } from "node:net";
import type { LoadOrder, LoadResult } from "./load.ts";
import { createResponseReader } from "./response-reader.ts";

/** On Linux every address of 127.0.0.0/8 is this machine's: as many readers, not one who asks for everything. */
const addressOf = (number: number) => (process.platform === "linux" ? `127.0.0.${number + 2}` : undefined);

interface Tally {
  latencies: number[];
  bytes: number;
  statuses: Record<string, number>;
}

/** One connection that asks until there is nothing more to ask. */
function ask(order: LoadOrder, number: number, next: () => string | null, tally: Tally): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { port, headers } = order;
  const localAddress = addressOf(number);
  const fixed = Object.entries({ host: `127.0.0.1:${port}`, ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  let read = createResponseReader();
  let begun = 0;
  let isWaiting = false;
  const begin = (socket: Socket) => {
    const path = next();
    if (path === null) {
      socket.destroy();
      return resolve();
    }
    isWaiting = true;
    begun = performance.now();
    socket.write(`GET ${path} HTTP/1.1\r\n${fixed}\r\n`);
  };
  const open = () => {
    read = createResponseReader();
    const socket = connect({ port, host: "127.0.0.1", ...(localAddress && { localAddress }) });
    socket.setNoDelay(true);
    socket.once("connect", () => begin(socket));
    socket.once("error", reject);
    socket.once("end", () => {
      if (isWaiting) return reject(new Error("The server closed a connection that waited for an answer."));
      // It had answered enough on this one.
      socket.destroy();
      open();
    });
    socket.on("data", (part) => {
      const answered = read(part);
      if (!answered) return;
      isWaiting = false;
      tally.latencies.push(performance.now() - begun);
      tally.bytes += answered.bytes;
      tally.statuses[answered.status] = (tally.statuses[answered.status] ?? 0) + 1;
      begin(socket);
    });
  };
  open();
  return promise;
}

async function fire(order: LoadOrder): Promise<LoadResult> {
  const tally: Tally = { latencies: [], bytes: 0, statuses: {} };
  const cpu = process.cpuUsage();
  const start = performance.now();
  let asked = 0;
  const next = () => {
    if (performance.now() - start >= order.ms) return null;
    const index = asked++;
    return order.paths[order.again ? index % order.paths.length : index] ?? null;
  };
  await Promise.all(
    Array.from({ length: order.connections }, (_, number) => ask(order, number, next, tally)),
  );
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return {
    ...tally,
    latencies: Float64Array.from(tally.latencies),
    elapsedMs,
    ownCpu: (user + system) / 1000 / elapsedMs,
  };
}

process.on("message", async (order: LoadOrder) => process.send?.(await fire(order)));
process.once("disconnect", () => process.exit());
