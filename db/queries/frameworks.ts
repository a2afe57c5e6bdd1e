/** Frameworks: what agreements hang under, who joined or declined, and the moments that mark a timeline. */
import { asc, eq } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import { noFilters } from "#domain/view.ts";
import type { Framework } from "#domain/wire.ts";
import type { Database } from "../database.ts";
import { allAgreements } from "./agreements.ts";
import { citationsOf } from "./citations.ts";
import { membershipsOf } from "./countries.ts";
import { commitmentsOf, conflictsOf } from "./facts.ts";

export type Moment = Framework["moments"][number];

async function momentsWhere(db: Database, framework: string | null, clocks: Clocks): Promise<Moment[]> {
  const { moments: table } = db.tables;
  const found = await db.read
    .select()
    .from(table)
    .where(framework === null ? undefined : eq(table.framework, framework))
    .orderBy(asc(table.date), asc(table.id));
  const cited = await citationsOf(
    db,
    found.map(({ id }) => `moment:${id}`),
    clocks,
  );
  return found.map(({ id, date, label, featured }) => ({
    date,
    label,
    featured,
    citations: cited(`moment:${id}`),
  }));
}

/** The moments of every framework, in the order of their days. */
export const allMoments = (db: Database, clocks: Clocks): Promise<Moment[]> => momentsWhere(db, null, clocks);

/** Every framework by its address and titles. */
export function listFrameworks(db: Database): Promise<{ slug: string; title: string; shortTitle: string }[]> {
  const { frameworks } = db.tables;
  return db.read
    .select({ slug: frameworks.slug, title: frameworks.title, shortTitle: frameworks.shortTitle })
    .from(frameworks)
    .orderBy(asc(frameworks.shortTitle));
}

/** The framework at this address, or null. */
export async function frameworkAt(db: Database, slug: string, clocks: Clocks): Promise<Framework | null> {
  const { frameworks } = db.tables;
  const [found] = await db.read.select().from(frameworks).where(eq(frameworks.slug, slug));
  if (!found || found.recordedAt > clocks.known) return null;
  const { recordedAt: _recordedAt, ...fields } = found;
  const [cited, members, moments, conflicts, commitments, agreements] = await Promise.all([
    citationsOf(db, [`framework:${slug}`], clocks),
    membershipsOf(db, { framework: slug }, clocks),
    momentsWhere(db, slug, clocks),
    conflictsOf(db, { framework: slug }, clocks),
    commitmentsOf(db, { framework: slug }, clocks),
    allAgreements(db, { ...noFilters, framework: [slug] }, { word: "signed", descending: true }, clocks),
  ]);
  return {
    ...fields,
    citations: cited(`framework:${slug}`),
    members,
    moments,
    conflicts,
    commitments,
    agreements,
  };
}
