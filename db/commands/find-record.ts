/** Looking up what a command is about, inside its transaction. */
import { and, eq } from "drizzle-orm";
import { endOfKnowledge } from "#domain/clocks.ts";
import { DomainError } from "#domain/errors.ts";
import { toldBack } from "#domain/view.ts";
import type { Entry } from "./ledger.ts";

/** The agreement at this address with its present fields; throws `not-found`. */
export async function findAgreement({ tx, tables: { agreements, versions } }: Entry, slug: string) {
  const [found] = await tx
    .select({ id: agreements.id, slug: agreements.slug, profile: versions.profile })
    .from(agreements)
    .innerJoin(versions, and(eq(versions.agreementId, agreements.id), eq(versions.knownTo, endOfKnowledge)))
    .where(eq(agreements.slug, slug));
  if (!found) throw new DomainError("not-found", `There is no agreement at “${toldBack(slug)}”.`);
  return found;
}

/** An act with its agreement, whether it stands or was superseded; throws `not-found`. */
export async function findAct(entry: Entry, id: string) {
  const { tx, tables } = entry;
  const [found] = await tx
    .select({ act: tables.acts, slug: tables.agreements.slug })
    .from(tables.acts)
    .innerJoin(tables.agreements, eq(tables.agreements.id, tables.acts.agreementId))
    .where(and(eq(tables.acts.id, id), eq(tables.acts.withdrawal, false)));
  if (!found) throw new DomainError("not-found", "There is no such act.");
  return { act: found.act, agreement: await findAgreement(entry, found.slug) };
}
