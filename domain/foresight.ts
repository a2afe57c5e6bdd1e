/** What a write would change, in words and pairs: the answer of every write with `preflight=true`. */
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { type Day, partsOf } from "./day.ts";
import { tryBounds } from "./edtf.ts";
import { contradiction, countryRef, day, row, type Summary, slug } from "./wire.ts";

const beforeAfter = <T extends z.ZodType>(schema: T) => z.object({ before: schema, after: schema });
const latest = z.object({ slug, party: countryRef, signedOn: day }).nullable();

export const foresight = z
  .object({
    changes: z
      .array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() }))
      .meta({ description: "Every field that would change." }),
    row: beforeAfter(row.nullable()).meta({
      description: "The agreement's row; before it is recorded: null.",
    }),
    counts: z.array(z.object({ rule: z.string(), label: z.string(), before: z.int(), after: z.int() })),
    latest: z
      .record(z.string(), beforeAfter(latest))
      .meta({ description: "The latest signature by each counting rule." }),
    sentences: z.array(z.string()).meta({ description: "What would change, in words." }),
    contradictions: z.array(contradiction).meta({ description: "What would contradict itself afterwards." }),
    warnings: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .meta({ description: "What is odd about it and is no reason to refuse it." }),
  })
  .meta({ id: "Foresight" });
export type Foresight = z.infer<typeof foresight>;

export const foresightAnswer = z.object({ data: foresight }).meta({ id: "ForesightAnswer" });

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields by which two values differ, as paths with both values; a field that is not there is null. */
export function differences(before: unknown, after: unknown, path = ""): Foresight["changes"] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (!isPlain(before ?? after) || !isPlain(after ?? before))
    return [{ path, before: before ?? null, after: after ?? null }];
  const [old, next] = [before ?? {}, after ?? {}] as Record<string, unknown>[];
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(next ?? {})])].flatMap((name) =>
    differences(old?.[name] ?? null, next?.[name] ?? null, path === "" ? name : `${path}.${name}`),
  );
}

type Latest = Summary["latest"];
interface Counted {
  id: string;
  label: string;
  before: { signed: number; latest: Latest };
  after: { signed: number; latest: Latest };
}

/** One sentence for each rule whose number or latest signature changes. */
const countSentence = ({ id, before, after }: Counted): string | null => {
  const moves = before.signed !== after.signed;
  const other =
    before.latest?.slug !== after.latest?.slug || before.latest?.signedOn !== after.latest?.signedOn;
  if (!moves && !other) return null;
  const number = moves
    ? `Signed by ${id} ${before.signed} → ${after.signed}`
    : `Signed by ${id} stays ${after.signed}`;
  if (!other) return `${number}; the latest stays ${after.latest?.party.name ?? "none"}.`;
  const named = after.latest ? `${after.latest.party.name}, signed ${after.latest.signedOn}` : "none";
  return `${number}; the latest becomes ${named}.`;
};

/** What changes, in sentences: the stage first, then the counts. */
export function sentencesOf(rows: Foresight["row"], counted: readonly Counted[]): string[] {
  const { before, after } = rows;
  const since = after?.stage.since ? ` since ${after.stage.since}` : "";
  const stage =
    after && before?.stage.code !== after.stage.code
      ? [`The stage becomes ${after.stage.label}${since}${before ? `; it was ${before.stage.label}` : ""}.`]
      : after && before?.stage.since !== after.stage.since
        ? [`The stage stays ${after.stage.label}, now${since}.`]
        : [];
  const counts = counted.flatMap((one) => countSentence(one) ?? []);
  return stage.length + counts.length > 0 ? [...stage, ...counts] : ["No stage and no count changes."];
}

/** The Peace of Westphalia; what is older is mostly a slip of the finger. */
const firstLikelyYear = 1648;
const likelyYearsAhead = 10;

/** True for a date whose year is worth a second look. */
export function isOddYear(date: string, today: Day): boolean {
  const bounds = tryBounds(date);
  if (!bounds) return false;
  return (
    partsOf(bounds.earliest).year < firstLikelyYear ||
    partsOf(bounds.earliest).year > partsOf(today).year + likelyYearsAhead
  );
}
