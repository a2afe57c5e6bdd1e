/** Writes the fields of an agreement as they are known from now on: the earlier version is closed, a new one opened. */
import { and, eq, inArray } from "drizzle-orm";
import type { LoggedFields } from "#domain/change-content.ts";
import { endOfKnowledge } from "#domain/clocks.ts";

import { broken } from "./demand.ts";
import type { Entry } from "./ledger.ts";

/** Throws `rule-broken` when the sides or the framework name what the record does not know. */
export async function checkFields({ tx, tables }: Entry, fields: LoggedFields): Promise<void> {
  const codes = fields.sides.flat();
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined)
    throw broken("two-sides", "sides", `${twice} is named twice: an agreement has two different sides.`);
  const known = await tx
    .select({ code: tables.countries.code })
    .from(tables.countries)
    .where(inArray(tables.countries.code, codes));
  const unknown = codes.find((code) => !known.some((country) => country.code === code));
  if (unknown !== undefined) throw broken("known-country", "sides", `There is no country “${unknown}”.`);
  if (fields.framework === null) return;
  const [framework] = await tx
    .select({ slug: tables.frameworks.slug })
    .from(tables.frameworks)
    .where(eq(tables.frameworks.slug, fields.framework));
  if (!framework)
    throw broken("known-framework", "framework", `There is no framework “${fields.framework}”.`);
}

/** The fields must have been checked. */
export async function putFields(entry: Entry, agreementId: number, fields: LoggedFields): Promise<void> {
  const { tx, tables, recordedAt } = entry;
  const { versions } = tables;
  const named = await tx
    .select({ code: tables.countries.code, name: tables.countries.name })
    .from(tables.countries)
    .where(inArray(tables.countries.code, fields.sides.flat()));
  const names = new Map(named.map(({ code, name }) => [code, name]));
  const nameSide = (side: readonly string[] = []) => side.map((code) => names.get(code) ?? code).join(" ");
  await tx
    .update(versions)
    .set({ knownTo: recordedAt })
    .where(and(eq(versions.agreementId, agreementId), eq(versions.knownTo, endOfKnowledge)));
  const [version] = await tx
    .insert(versions)
    .values({
      ...fields,
      agreementId,
      partyKey: `${nameSide(fields.sides[1])} ${nameSide(fields.sides[0])}`.toLowerCase(),
      knownFrom: recordedAt,
    })
    .returning({ id: versions.id });
  if (!version) throw new Error("The fields were not stored.");
  await tx
    .insert(tables.sides)
    .values(
      fields.sides.flatMap((side, index) =>
        side.map((country) => ({ versionId: version.id, side: index + 1, country })),
      ),
    );
  const tags = [...new Set(fields.tags)];
  if (tags.length > 0)
    await tx.insert(tables.tags).values(tags.map((tag) => ({ versionId: version.id, tag })));
}
