/** Places that acts name, for a field to suggest: the most frequent first. */
import { and, asc, count, desc, eq, isNotNull } from "drizzle-orm";
import { endOfKnowledge } from "#domain/clocks.ts";
import type { Reading } from "../database.ts";

const most = 100;

export async function placesInUse({ read, tables: { acts } }: Reading): Promise<string[]> {
  const found = await read
    .select({ place: acts.place })
    .from(acts)
    .where(and(isNotNull(acts.place), eq(acts.supersededAt, endOfKnowledge)))
    .groupBy(acts.place)
    .orderBy(desc(count()), asc(acts.place))
    .limit(most);
  return found.flatMap(({ place }) => place ?? []);
}
