/** Whether the database can be read and written, and has the schema of this code. */
import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import postgres from "../migrations/postgres/meta/_journal.json" with { type: "json" };
import sqlite from "../migrations/sqlite/meta/_journal.json" with { type: "json" };

const journals = { sqlite, postgres };

/** Below this many free bytes, or this part of a small disk, an edit may soon find no room. */
const least = { free: 200 * 1024 * 1024, part: 1 / 20 };

/** Why nothing can be stored. After a fault a write is tried: an edit that could show the recovery may never come. */
async function unstorable(db: Database): Promise<string | null> {
  if (db.storageFault() !== null) await db.tryStorage().catch(() => {});
  if (db.storageFault() !== null) return "The last write could not be stored; the record can be read.";
  const disk = db.disk();
  if (disk && disk.free < Math.min(least.free, disk.size * least.part)) return "The disk is nearly full.";
  return null;
}

/** Why the record cannot be read or written, in a sentence for anyone; null when it can. */
export async function unreadiness(db: Database): Promise<string | null> {
  try {
    const applied = await db.read
      .select({ at: sql`created_at`.mapWith(Number) })
      .from(sql`__drizzle_migrations`);
    const known = journals[db.engine].entries.map(({ when }) => when);
    if (known.some((when) => !applied.some(({ at }) => at === when)))
      return "The database lacks a migration; restart the server to bring it up to date.";
    if (applied.some(({ at }) => !known.includes(at))) return "The database was written by a newer version.";
    await db.read.select({ code: db.tables.countries.code }).from(db.tables.countries).limit(1);
    return await unstorable(db);
  } catch {
    return "The database cannot be read.";
  }
}
