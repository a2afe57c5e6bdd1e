/** Acts for calendars: what had happened by the day, and what is expected on it, of the agreements that a filter chooses. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { type ActKind, type Certainty, happened } from "#domain/act.ts";
import type { Clocks } from "#domain/clocks.ts";
import { endOfTime } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import type { Reading } from "../database.ts";
import type { Chosen } from "./agreements.ts";
import { heldOn, knownAt, recordedBy } from "./standing.ts";

/** One act with the agreement that it belongs to. */
export interface CalendarAct {
  id: string;
  slug: string;
  agreement: string;
  kind: ActKind;
  certainty: Certainty;
  date: string;
  title: string | null;
  note: string | null;
  place: string | null;
  recordedAt: string;
}

/**
 * In the order of their dates. An expectation that came true or became moot by the day is left to what came. More
 * agreements than can be named are no calendar: whoever asks refuses them before.
 */
export async function calendarActs(
  db: Reading,
  chosen: Pick<Chosen, "few">,
  clocks: Clocks,
): Promise<CalendarAct[]> {
  const { acts, agreements, versions, expectations } = db.tables;
  if (chosen.few === null) throw new Error("These are too many agreements for a calendar.");
  const few = [...chosen.few];
  const [found, open] = await Promise.all([
    db.read
      .select({
        id: acts.id,
        agreementId: acts.agreementId,
        slug: agreements.slug,
        agreement: versions.title,
        kind: acts.kind,
        certainty: acts.certainty,
        date: acts.date,
        title: acts.title,
        note: acts.note,
        place: acts.place,
        recordedAt: acts.recordedAt,
      })
      .from(acts)
      .innerJoin(agreements, eq(agreements.id, acts.agreementId))
      .innerJoin(versions, and(eq(versions.agreementId, agreements.id), knownAt(versions, clocks)))
      .where(and(inArray(acts.agreementId, few), eq(acts.withdrawal, false), recordedBy(acts, clocks)))
      .orderBy(asc(acts.date), asc(acts.id)),
    db.read
      .select({ act: expectations.actId })
      .from(expectations)
      .where(and(inArray(expectations.agreementId, few), heldOn(expectations, clocks))),
  ]);
  const expected = new Set(open.map(({ act }) => act));
  return found.filter((act) => {
    const { earliest, latest } = boundsOf(act.date);
    // "Soon" has no day to stand on.
    if (latest === endOfTime && !happened(act)) return false;
    return happened(act) ? earliest <= clocks.on : expected.has(act.id);
  });
}
