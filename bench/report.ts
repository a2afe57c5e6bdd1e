/** The results file. */
import type { KeptData } from "./data.ts";
import type { EditTimes } from "./edits.ts";
import { percentile } from "./figures.ts";
import { besideLimit, goalOfImport, goalsOfEdits, goalsOfLoad, goalTable, paceOf } from "./goals.ts";
import type { Grown } from "./growth.ts";
import { goalsOfGrowth, growthOf } from "./growth-goals.ts";
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
  /** Null for a part that was not asked for. */
  load: LoadFindings | null;
  grown: readonly Grown[] | null;
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

/** Agreements a second; null where nobody knows. */
const importPace = ({ made }: KeptData): number | null => made && (made.agreements / made.writingMs) * 1000;

/** The table of everything that was asked over HTTP. */
export function loadTable(measured: readonly Measured[]): string {
  const inOrder = [...measured].sort((one, other) => (one.asked.letter < other.asked.letter ? -1 : 1));
  const rows = inOrder.map((one) => {
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

function startTable(data: KeptData, { beginning, memory, limitMemory }: LoadFindings): string {
  const imported = importPace(data);
  const rows = [
    [
      "Import of the record by the commands of an import, in ten batches",
      imported === null ? null : `${Math.round(imported)} agreements/s`,
    ],
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

function growthTable(grown: readonly Grown[], size: string): string {
  const rows = grown.map((one) => {
    const growth = growthOf(one);
    const { name, small, large, slow } = one;
    const times = small && large ? large / small : null;
    const isIn = growth === null ? null : growth <= 1 ? "yes" : "no";
    return [name, shown(small), shown(large), shown(slow), shown(times), isIn];
  });
  const head = ["query, inside one process", "1k, ms", `${size}, ms`, "p95 ms", "times", "2 × or 5 ms"];
  return markdownTable({ head, rows });
}

function editTable(edits: readonly EditTimes[]): string {
  const rows = edits.map(({ name, ms, perSecond }) => [
    name,
    shown(perSecond),
    shown(percentile(ms, 0.5)),
    shown(percentile(ms, 0.95)),
    shown(percentile(ms, 0.99)),
    String(ms.length),
  ]);
  return markdownTable({
    head: ["through the API, each commit on the disk", "/s", "p50 ms", "p95 ms", "p99 ms", "how many"],
    rows,
  });
}

function loadParts({ data, order }: Findings, load: LoadFindings): string {
  return `## Over HTTP, side by side

${loadTable(load.measured)}

Load: ${connections} kept connections of our own generator in a process beside; ${order.rounds} rounds of ${order.turnMs / 1000} s each, all in turn, every
other round backwards. Medians of the rounds; a ratio is the median of the ratios round by round, what is repeated beside (a) asked the
same again. “CPU” is the time of the server on a processor for each answer. \\* The load took more than nine tenths of a processor: the
server could do more.
${load.absent.map((line) => `\n${line}`).join("")}

## Edits

${editTable(load.edits)}

## Start and memory

${startTable(data, load)}
`;
}

/** The whole text, in Markdown. */
export function report(findings: Findings): string {
  const { order, now, machine, data, load, grown, minutes } = findings;
  const size = data.made
    ? `${data.made.agreements} agreements, ${data.made.acts} acts`
    : `${order.size} agreements`;
  const goals = [
    ...(load ? goalsOfLoad(load) : []),
    ...(grown ? goalsOfGrowth(grown) : []),
    ...(load ? [...goalsOfEdits(load), goalOfImport(importPace(data))] : []),
  ];
  return `# Benchmark, ${order.size} agreements

Made by \`npm run bench -- --size ${order.size}\` on ${now.slice(0, 10)}, in ${minutes.toFixed(1)} minutes. How to read it: [README](../README.md).

${machine.map((line) => `- ${line}`).join("\n")}
- record: ${size}, 200 countries, seed ${order.seed}

## Targets

${markdownTable(goalTable(goals))}

${load ? loadParts(findings, load) : ""}${grown ? `\n## Growth\n\n${growthTable(grown, order.size)}\n` : ""}`;
}
