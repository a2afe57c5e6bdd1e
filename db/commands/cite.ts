/** Citations: ties facts to sources, and knows a source that is already there. */
import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
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
): Promise<string> {
  const id = citation.sourceId ?? (citation.url === undefined ? undefined : sourceIdOf(citation.url));
  if (id === undefined)
    throw new DomainError("malformed", "A citation names a source.", {
      errors: [{ path, message: "sourceId or url is required" }],
    });
  const [known] = await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, id));
  if (known) return known.id;
  if (citation.url === undefined) {
    throw new DomainError("rule-broken", `There is no source ${id}.`, {
      errors: [{ path: `${path}.sourceId`, message: "no such source" }],
    });
  }
  const { url, publisher = null, title = null, publishedOn = null, language = null } = citation;
  await tx.insert(sources).values({ id, url, publisher, title, publishedOn, language, recordedAt });
  return id;
}

/** Records the citations of one subject, such as `act:ID`. */
export async function cite(
  entry: Entry,
  subject: string,
  agreementId: number | null,
  citations: readonly CitationInput[],
): Promise<void> {
  for (const [index, citation] of citations.entries()) {
    await entry.tx.insert(entry.tables.citations).values({
      subject,
      agreementId,
      field: citation.field ?? null,
      sourceId: await sourceOf(entry, citation, `citations[${index}]`),
      stance: citation.stance ?? "supports",
      quote: citation.quote ?? null,
      ...stamp(entry),
    });
  }
}

/** Ends the citations of a subject that is superseded. */
export async function endCitations(
  { tx, tables: { citations }, recordedAt }: Entry,
  subject: string,
): Promise<void> {
  const open = await tx
    .select({ id: citations.id })
    .from(citations)
    .where(and(eq(citations.subject, subject), eq(citations.supersededAt, endOfKnowledge)));
  if (open.length === 0) return;
  await tx
    .update(citations)
    .set({ supersededAt: recordedAt })
    .where(
      inArray(
        citations.id,
        open.map(({ id }) => id),
      ),
    );
}
