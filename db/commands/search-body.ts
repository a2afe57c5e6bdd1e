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

interface SearchedParty {
  code: string;
  name: string;
  officialName: string | null;
  names: Record<string, string>;
  aliases: string[];
}

/** One line for each different text, of an agreement whose parties and framework are known. */
export function searchText(
  fields: SearchedFields,
  acts: readonly SearchedAct[],
  parties: readonly SearchedParty[],
  frameworkTitle: string | undefined,
): string {
  const texts = [
    fields.title,
    fields.type.replaceAll("-", " "),
    fields.summary,
    frameworkTitle,
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

/** The same, with parties and framework looked up. */
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
  return searchText(fields, acts, parties, framework?.title);
}
