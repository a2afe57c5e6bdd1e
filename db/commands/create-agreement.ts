/** Records a new agreement, with its first acts if they are known. */
import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { happened } from "#domain/act.ts";
import { pickFields } from "#domain/change-content.ts";
import type { Instant } from "#domain/clocks.ts";
import { dayOfInstant } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { DomainError } from "#domain/errors.ts";
import { agreementSlug } from "#domain/slug-words.ts";
import type { AgreementBody } from "#domain/wire-input.ts";
import { checkAct } from "./act-input.ts";
import { cite } from "./cite.ts";
import { demandSource } from "./demand.ts";
import { deriveAgreement } from "./derive-agreement.ts";
import { appendChange, type Entry } from "./ledger.ts";
import { checkFields, putFields } from "./put-fields.ts";
import { putAct } from "./record-act.ts";

/** The year by which it is called: of its signature, of its first act, or this one. */
function yearOf({ acts }: AgreementBody, recordedAt: Instant): string {
  const days = (some: AgreementBody["acts"]) => some.map(({ date }) => boundsOf(date).earliest).sort();
  const [signed] = days(acts.filter((act) => act.kind === "signed" && happened(act)));
  const [first] = days(acts);
  return (signed ?? first ?? dayOfInstant(recordedAt)).slice(0, 4);
}

/** A slug that nobody has: with a number behind it from the second on. */
async function freeSlug({ tx, tables, recordedAt }: Entry, input: AgreementBody): Promise<string> {
  const { agreements, countries } = tables;
  const codes = input.sides.map(([first]) => first ?? "");
  const named = await tx
    .select({ code: countries.code, name: countries.name })
    .from(countries)
    .where(inArray(countries.code, codes));
  const names = codes.map((code) => named.find((country) => country.code === code)?.name ?? code);
  const wanted = agreementSlug(names, input.type, yearOf(input, recordedAt));
  const taken = await tx
    .select({ slug: agreements.slug })
    .from(agreements)
    // Itself and what has a hyphen behind it, before which comes nothing and behind which comes the full stop.
    .where(and(gte(agreements.slug, wanted), lt(agreements.slug, `${wanted}.`)));
  const has = (slug: string) => taken.some((row) => row.slug === slug);
  let slug = wanted;
  for (let number = 2; has(slug); number += 1) slug = `${wanted}-${number}`;
  return slug;
}

async function demandFree(
  { tx, tables: { agreements } }: Entry,
  slug: string,
  yours: unknown,
): Promise<string> {
  const [taken] = await tx.select({ id: agreements.id }).from(agreements).where(eq(agreements.slug, slug));
  if (!taken) return slug;
  throw new DomainError("conflict", `There is an agreement at “${slug}” already.`, {
    guard: "slug-taken",
    errors: [{ path: "slug", message: "taken" }],
    extra: { base: null, theirs: { slug }, yours, conflicts: ["slug"] },
  });
}

/** The same inside a transaction whose rights were checked. */
export async function insertAgreement(entry: Entry, input: AgreementBody) {
  const { tx, tables, recordedAt } = entry;
  const fields = pickFields(input);
  await checkFields(entry, fields);
  const slug =
    input.slug === null ? await freeSlug(entry, input) : await demandFree(entry, input.slug, input);
  for (const [index, { reason: _reason, ...act }] of input.acts.entries()) {
    demandSource(act.citations, `acts[${index}].citations`);
    checkAct(act, fields.profile, recordedAt);
  }
  const [created] = await tx
    .insert(tables.agreements)
    .values({ slug, recordedAt })
    .returning({ id: tables.agreements.id });
  if (!created) throw new Error("The agreement was not stored.");
  const agreementId = created.id;
  await putFields(entry, agreementId, fields);
  const subject = `agreement:${slug}`;
  const citations = (await cite(entry, subject, agreementId, input.citations)).map((one) => ({
    ...one,
    subject,
  }));
  const acts = [];
  for (const { reason, ...act } of input.acts) acts.push(await putAct(entry, agreementId, act, reason));
  await deriveAgreement(entry, agreementId);
  const revision = await appendChange(entry, {
    agreementId,
    verb: "agreement-created",
    reason: input.reason,
    before: null,
    after: { fields, acts, citations },
  });
  return { agreementId, slug, revision };
}
