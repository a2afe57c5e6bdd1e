/** The ledger of changes reads as it was known then, titles included. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { anyChange, listChanges } from "./queries/changes.ts";
import { loadedAt, openWorld } from "./testing.ts";

test("a later title does not change an earlier view of the ledger", async () => {
  const db = await openWorld({ agreements: { "aa-bb-test": { title: "The first title" } } });
  try {
    const { versions } = db.tables;
    const later = "2026-02-01T00:00:00.000Z";
    await db.transact(async (tx) => {
      const [version] = await tx.select().from(versions);
      if (!version) throw new Error("no fields");
      const { id, ...fields } = version;
      await tx.update(versions).set({ knownTo: later }).where(eq(versions.id, id));
      await tx.insert(versions).values({ ...fields, title: "The later title", knownFrom: later });
    });
    const titleAt = async (known: string) => {
      const request = { ...anyChange, agreement: "aa-bb-test", limit: 5, before: null };
      return (await listChanges(db, request, { known })).rows.map(({ title }) => title);
    };
    expect(await titleAt(loadedAt)).toEqual(["The first title"]);
    expect(await titleAt(later)).toEqual(["The later title"]);
  } finally {
    await db.close();
  }
});
