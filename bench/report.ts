/** The results file. */
import type { KeptData } from "./data.ts";
import { percentile } from "./figures.ts";
import { besideLimit, goalsOfLoad, goalTable, paceOf } from "./goals.ts";
import { markdownTable, shown } from "./markdown.ts";
import { connections, type LoadFindings } from "./measure-load.ts";
import type { Order } from "./order.ts";
import type { Measured } from "./rounds.ts";

export interface Findings {
  order: Order;
  /** When the run began. */
  now: string;
  machine: readonly string[];
  data: KeptData;
  load: LoadFindings;
  /** How long all of it took. */
  minutes: number;
}

const letters: Record<string, string> = {
  a: "(a) limit",
  b: "(b) our API",
  c: "(c) our pages",
  d: "(d) Payload",
  e: "(e) nginx",
};

/** The table of everything that was asked over HTTP. */
export function loadTable(measured: readonly Measured[]): string {
  const rows = measured.map((one) => {
    const { asked, latencies, cpuMs, bytes, loadCpu } = one;
    return [
      `${letters[asked.letter]}: ${asked.name}`,
      asked.kind,
      `${shown(paceOf(one))}${loadCpu > 0.9 ? " *" : ""}`,
      shown(besideLimit(measured, one)),
      shown(percentile(latencies, 0.5)),
      shown(percentile(latencies, 0.95)),
      shown(percentile(latencies, 0.99)),
      shown(cpuMs),
      shown(bytes === null ? null : bytes / 1000),
    ];
  });
  const head = ["what", "asked", "answers/s", "ratio to (a)", "p50 ms", "p95 ms", "p99 ms", "CPU ms", "KB"];
  return markdownTable({ head, rows });
}

const megabytes = (bytes: number | null | undefined): string | null =>
  bytes === null || bytes === undefined ? null : `${Math.round(bytes / 1e6)} MB`;

const milliseconds = (ms: number): string => `${Math.round(ms)} ms`;

function startTable({ data, load: { beginning, memory, limitMemory } }: Findings): string {
  const { made } = data;
  const import_ = made && `${Math.round((made.agreements / made.writingMs) * 1000)} agreements/s`;
  const rows = [
    ["Import of the record by the commands of an import, in ten batches", import_],
    ["Database file", megabytes(data.bytes)],
    ["Start: checking the database, a program of its own", milliseconds(beginning.preparing)],
    ["Start of the server to its first answer (ready)", milliseconds(beginning.ready)],
    ["… to the first list, which reads the record into memory", milliseconds(beginning.firstList)],
    ["… to the first page", milliseconds(beginning.firstPage)],
    ["Memory of the server at rest, after those (RSS)", megabytes(beginning.restingMemory)],
    ["Memory after the load", megabytes(memory?.now)],
    ["Memory at its highest", megabytes(memory?.most)],
    ["Memory of (a) after the load", megabytes(limitMemory)],
  ];
  return markdownTable({ head: ["start and memory", "measured"], rows });
}

/** The whole text, in Markdown. */
export function report(findings: Findings): string {
  const { order, now, machine, data, load, minutes } = findings;
  const size = data.made
    ? `${data.made.agreements} agreements, ${data.made.acts} acts`
    : `${order.size} agreements`;
  return `# Benchmark, ${order.size} agreements

Made by \`npm run bench -- --size ${order.size}\` on ${now.slice(0, 10)}, in ${minutes.toFixed(1)} minutes. How to read it: [README](../README.md).

${machine.map((line) => `- ${line}`).join("\n")}
- record: ${size}, 200 countries, seed ${order.seed}
- load: ${connections} kept connections of our own generator in a process beside; ${order.rounds} rounds of ${order.turnMs / 1000} s each, all in turn, every other round backwards

## Targets

${markdownTable(goalTable(goalsOfLoad(load)))}

## Over HTTP, side by side

${loadTable(load.measured)}

Medians of the rounds; a ratio is the median of the ratios round by round, repeated answers beside (a) asked the same again. “CPU”
is the time of the server on a processor for each answer. \\* The load took more than nine tenths of a processor: the server could do more.
${load.absent.map((line) => `\n${line}`).join("")}

## Start and memory

${startTable(findings)}
`;
}
