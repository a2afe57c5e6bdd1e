/** Forms that were begun, and who else is writing about the same agreement. */
import { and, desc, eq, gt, inArray, like, ne, or } from "drizzle-orm";
import { endOfKnowledge, type Instant } from "#domain/clocks.ts";
import { type DeskDraft, type Draft, slugOfSubject } from "#domain/wire-desk.ts";
import type { Reading } from "../database.ts";

/** One's own draft about a subject. */
export async function draftOf(db: Reading, userId: string, subject: string): Promise<Draft | null> {
  const { drafts } = db.tables;
  const [found] = await db.read
    .select({ subject: drafts.subject, body: drafts.body, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.subject, subject)));
  return found ? { ...found, body: found.body as Draft["body"] } : null;
}

/** One's own drafts with the titles of their agreements, the latest first. */
export async function draftsBy(db: Reading, userId: string): Promise<DeskDraft[]> {
  const { drafts, agreements, versions } = db.tables;
  const found = await db.read
    .select({ subject: drafts.subject, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(eq(drafts.userId, userId))
    .orderBy(desc(drafts.updatedAt));
  const slugs = [...new Set(found.map(({ subject }) => slugOfSubject(subject)))];
  const titled =
    slugs.length === 0
      ? []
      : await db.read
          .select({ slug: agreements.slug, title: versions.title })
          .from(agreements)
          .innerJoin(
            versions,
            and(eq(versions.agreementId, agreements.id), eq(versions.knownTo, endOfKnowledge)),
          )
          .where(inArray(agreements.slug, slugs));
  const titles = new Map(titled.map(({ slug, title }) => [slug, title]));
  return found.map((draft) => {
    const slug = slugOfSubject(draft.subject);
    const title = titles.get(slug) ?? null;
    return { ...draft, agreement: title === null ? null : slug, title };
  });
}

/** Names of others who wrote about this agreement after an instant, the latest first. */
export async function othersAt(
  db: Reading,
  { userId, slug, since }: { userId: string; slug: string; since: Instant },
) {
  const { drafts, users } = db.tables;
  const found = await db.read
    .select({ name: users.name, updatedAt: drafts.updatedAt })
    .from(drafts)
    .innerJoin(users, eq(users.id, drafts.userId))
    .where(
      and(
        ne(drafts.userId, userId),
        gt(drafts.updatedAt, since),
        or(
          inArray(drafts.subject, [`act:${slug}`, `fields:${slug}`]),
          like(drafts.subject, `correction:${slug}:%`),
        ),
      ),
    )
    .orderBy(desc(drafts.updatedAt));
  return [...new Map(found.toReversed().map((one) => [one.name, one])).values()].toReversed();
}
