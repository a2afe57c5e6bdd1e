/** Citations: ties facts to sources, and knows a source that is already there. */
import { createHash } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { LoggedCitation } from "#domain/change-content.ts";
import { endOfKnowledge } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { type Entry, stamp } from "./ledger.ts";

/** A citation as a writer gives it: a source that is known, or a publication to be added. */
export interface CitationInput {
  sourceId?: string | undefined;
  url?: string | undefined;
  publisher?: string | null | undefined;
  title?: string | null | undefined;
  publishedOn?: string | null | undefined;
  language?: string | null | undefined;
  quote?: string | null | undefined;
  stance?: "supports" | "contradicts" | undefined;
  field?: string | null | undefined;
}

/** The key of a source: short, and the same wherever its address is recorded. */
export const sourceIdOf = (url: string): string =>
  `s-${createHash("sha256").update(url).digest("hex").slice(0, 12)}`;

async function sourceOf(
  { tx, tables: { sources }, recordedAt }: Entry,
  citation: CitationInput,
  path: string,
) {
  const id = citation.sourceId ?? (citation.url === undefined ? undefined : sourceIdOf(citation.url));
  if (id === undefined)
    throw new DomainError("malformed", "A citation names a source.", {
      errors: [{ path, message: "sourceId or url is required" }],
    });
  const [known] = await tx
    .select({
      id: sources.id,
      url: sources.url,
      publisher: sources.publisher,
      publishedOn: sources.publishedOn,
    })
    .from(sources)
    .where(eq(sources.id, id));
  if (known) return known;
  if (citation.url === undefined) {
    throw new DomainError("rule-broken", `There is no source ${id}.`, {
      guard: "known-source",
      errors: [{ path: `${path}.sourceId`, message: "no such source" }],
    });
  }
  const { url, publisher = null, title = null, publishedOn = null, language = null } = citation;
  await tx.insert(sources).values({ id, url, publisher, title, publishedOn, language, recordedAt });
  return { id, url, publisher, publishedOn };
}

/** Records the citations of one subject, such as `act:ID`; answers with what the audit log keeps of them. */
export async function cite(
  entry: Entry,
  subject: string,
  agreementId: number | null,
  citations: readonly CitationInput[],
): Promise<LoggedCitation[]> {
  const logged: LoggedCitation[] = [];
  for (const [index, citation] of citations.entries()) {
    const source = await sourceOf(entry, citation, `citations[${index}]`);
    const { field = null, stance = "supports", quote = null } = citation;
    const [recorded] = await entry.tx
      .insert(entry.tables.citations)
      .values({ subject, agreementId, field, sourceId: source.id, stance, quote, ...stamp(entry) })
      .returning({ id: entry.tables.citations.id });
    if (!recorded) throw new Error("The citation was not stored.");
    const { id: sourceId, url, publisher, publishedOn } = source;
    logged.push({ id: recorded.id, sourceId, url, publisher, publishedOn, stance, quote, field });
  }
  return logged;
}

/** The citations of a subject that stand, as the audit log keeps them. */
export function openCitations(
  { tx, tables: { citations, sources } }: Entry,
  subject: string,
): Promise<LoggedCitation[]> {
  return tx
    .select({
      id: citations.id,
      sourceId: citations.sourceId,
      url: sources.url,
      publisher: sources.publisher,
      publishedOn: sources.publishedOn,
      stance: citations.stance,
      quote: citations.quote,
      field: citations.field,
    })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(and(eq(citations.subject, subject), eq(citations.supersededAt, endOfKnowledge)))
    .orderBy(asc(citations.id));
}

/** Ends the citations of a subject that is superseded; answers with them. */
export async function endCitations(entry: Entry, subject: string): Promise<LoggedCitation[]> {
  const { tx, tables, recordedAt } = entry;
  const { citations } = tables;
  const open = await openCitations(entry, subject);
  if (open.length === 0) return [];
  await tx
    .update(citations)
    .set({ supersededAt: recordedAt })
    .where(
      inArray(
        citations.id,
        open.map(({ id }) => id),
      ),
    );
  return open;
}
