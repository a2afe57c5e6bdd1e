/** Who somebody is to a reader: the record keeps ids, names are looked up as they are now, e-mail addresses never. */
import { inArray } from "drizzle-orm";
import { isProduct } from "#domain/permission.ts";
import type { Reading } from "../database.ts";

/** The name of each of these writers; the product's own ids are their names. */
export async function shownNames(
  { read, tables: { users } }: Reading,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const wanted = [...new Set(ids)].filter((id) => !isProduct({ id }));
  const found =
    wanted.length === 0
      ? []
      : await read.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, wanted));
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? (isProduct({ id }) ? id : "a former user");
}
