/** Asks everything of everybody in short turns, round after round, so that all share the machine's good and bad moments. */
import { StepError } from "../server/run.js";
import type { Asked } from "./asked.ts";
import { median } from "./figures.ts";
import type { Load, LoadResult } from "./load.ts";
import { cpuOf } from "./process-facts.ts";

/** A server that runs on this machine. */
export interface Listening {
  port: number;
  /** Of each of its processes. */
  pids: readonly number[];
}

export interface Turn {
  asked: Asked;
  server: Listening;
}

export interface Measured {
  asked: Asked;
  /** Answers a second, of each round; null where it was not asked any more. */
  rates: (number | null)[];
  /** Of all rounds, in milliseconds. */
  latencies: Float64Array;
  /** Time of the server on a processor for each answer, the median of the rounds, in milliseconds. */
  cpuMs: number | null;
  /** Of an answer with its head. */
  bytes: number | null;
  /** The largest share of a processor that the load took of any round. */
  loadCpu: number;
}

interface Plan {
  rounds: number;
  /** Of a turn and of the turn before all rounds that only warms up, in milliseconds. */
  ms: number;
  warmMs: number;
  connections: number;
}

type Shot = Pick<LoadResult, "latencies" | "bytes" | "ownCpu"> & { rate: number; cpuMs: number | null };

const cpuOfAll = ({ pids }: Listening): number | null =>
  pids.reduce<number | null>((sum, pid) => {
    const ms = cpuOf(pid);
    return sum === null || ms === null ? null : sum + ms;
  }, 0);

/** The addresses of one turn: what is to be new is asked for in no other one. */
const pathsOf = ({ kind, paths }: Asked, turn: number, turns: number): readonly string[] =>
  kind === "repeat" ? paths : paths.slice((paths.length * turn) / turns, (paths.length * (turn + 1)) / turns);

async function shoot(
  load: Load,
  { asked, server }: Turn,
  paths: readonly string[],
  { ms, connections }: Pick<Plan, "ms" | "connections">,
): Promise<Shot> {
  const before = cpuOfAll(server);
  const order = { port: server.port, paths, again: asked.kind === "repeat", headers: asked.headers ?? {} };
  const { latencies, bytes, statuses, elapsedMs, ownCpu } = await load.fire({ ...order, connections, ms });
  const after = cpuOfAll(server);
  const wrong = Object.keys(statuses).filter((status) => status !== String(asked.status ?? 200));
  if (wrong.length > 0 || latencies.length === 0)
    throw new StepError(
      `“${asked.name}” of (${asked.letter}) was answered with ${JSON.stringify(statuses)}; nothing can be said of its speed.`,
    );
  const cpuMs = before === null || after === null ? null : (after - before) / latencies.length;
  return { latencies, bytes, ownCpu, rate: (latencies.length / elapsedMs) * 1000, cpuMs };
}

/** Every other round goes backwards, so that nobody always comes after the same neighbour. */
const inOrder = (turns: readonly Turn[], round: number): readonly Turn[] =>
  round % 2 === 0 ? turns : [...turns].reverse();

/** Throws a StepError where an answer is not what it should be. */
export async function measure(
  load: Load,
  turns: readonly Turn[],
  plan: Plan,
  tell: (line: string) => void,
): Promise<Measured[]> {
  const { rounds, warmMs } = plan;
  const shots = new Map<Turn, Shot[]>(turns.map((turn) => [turn, []]));
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? "Warming up." : `Round ${round} of ${rounds}.`);
    for (const turn of inOrder(turns, round)) {
      const paths = pathsOf(turn.asked, round, rounds + 1);
      const shot = await shoot(load, turn, paths, round === 0 ? { ...plan, ms: warmMs } : plan);
      if (round > 0) shots.get(turn)?.push(shot);
    }
  }
  return [...shots].map(([{ asked }, of]) => {
    const latencies = of.flatMap((shot) => [...shot.latencies]);
    return {
      asked,
      rates: of.map(({ rate }) => rate),
      latencies: Float64Array.from(latencies),
      cpuMs: median(of.flatMap(({ cpuMs }) => cpuMs ?? [])),
      bytes: of.reduce((sum, shot) => sum + shot.bytes, 0) / latencies.length,
      loadCpu: Math.max(...of.map(({ ownCpu }) => ownCpu)),
    };
  });
}
