/** Citations with their sources, by subject. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Clocks } from "#domain/clocks.ts";
import type { Citation } from "#domain/wire.ts";
import type { Reading } from "../database.ts";
import { recordedBy } from "./standing.ts";

/** The citations of each subject (`act:ID`, `agreement:SLUG`, ...), as known then. */
export async function citationsOf(
  db: Reading,
  subjects: readonly string[],
  clocks: Clocks,
): Promise<(subject: string) => Citation[]> {
  const { citations, sources } = db.tables;
  const found =
    subjects.length === 0
      ? []
      : await db.read
          .select({
            id: citations.id,
            subject: citations.subject,
            stance: citations.stance,
            quote: citations.quote,
            field: citations.field,
            source: sources,
          })
          .from(citations)
          .innerJoin(sources, eq(sources.id, citations.sourceId))
          .where(and(inArray(citations.subject, [...subjects]), recordedBy(citations, clocks)))
          .orderBy(asc(citations.id));
  return (subject) =>
    found
      .filter((row) => row.subject === subject)
      .map(({ id, stance, quote, field, source: { recordedAt: _recordedAt, ...source } }) => ({
        id,
        // A citation reads as it is written (contract.md, section 2); `source` is the whole publication.
        sourceId: source.id,
        url: source.url,
        publisher: source.publisher,
        title: source.title,
        publishedOn: source.publishedOn,
        language: source.language,
        source,
        stance,
        quote,
        field,
      }));
}
