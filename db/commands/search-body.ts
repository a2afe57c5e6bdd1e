/** The text by which an agreement is found: titles, parties in every language, places, people, summary. */
import { eq, inArray } from "drizzle-orm";
import type { Participant } from "../tables.ts";
import type { Entry } from "./ledger.ts";

interface SearchedFields {
  title: string;
  type: string;
  framework: string | null;
  sides: string[][];
  summary: string | null;
}

interface SearchedAct {
  title: string | null;
  place: string | null;
  participants: Participant[];
}

/** One line for each different text. */
export async function searchBody(
  { tx, tables }: Entry,
  fields: SearchedFields,
  acts: readonly SearchedAct[],
): Promise<string> {
  const { countries, frameworks } = tables;
  const parties = await tx.select().from(countries).where(inArray(countries.code, fields.sides.flat()));
  const [framework] = fields.framework
    ? await tx
        .select({ title: frameworks.title })
        .from(frameworks)
        .where(eq(frameworks.slug, fields.framework))
    : [];
  const texts = [
    fields.title,
    fields.type.replaceAll("-", " "),
    fields.summary,
    framework?.title,
    ...parties.flatMap(({ code, name, officialName, names, aliases }) => [
      code,
      name,
      officialName,
      ...Object.values(names),
      ...aliases,
    ]),
    ...acts.flatMap(({ title, place, participants }) => [
      title,
      place,
      ...participants.map(({ name }) => name),
    ]),
  ];
  return [...new Set(texts.filter((text) => text != null && text !== ""))].join("\n");
}
