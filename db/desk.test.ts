import { afterEach, describe, expect, test } from "vitest";
import type { Actor } from "#domain/permission.ts";
import { addUser } from "./commands/add-user.ts";
import { dropDraft } from "./commands/drop-draft.ts";
import { putDraft } from "./commands/put-draft.ts";
import type { Database } from "./database.ts";
import { deskOf } from "./queries/desk.ts";
import { draftOf, draftsBy, othersAt } from "./queries/drafts.ts";
import { usualNext } from "./queries/usual-steps.ts";
import { loadedAt, openWorld } from "./testing.ts";

const now = "2026-11-25T10:00:00.000Z";
const clocks = { on: "2026-11-25", known: now };

let db: Database;
afterEach(() => db.close());

test("the desk lists what needs attention, the longest in need first, and counts all of it", async () => {
  db = await openWorld({
    agreements: {
      "late-one": {
        acts: [
          { kind: "talks", date: "2026-06-01" },
          { kind: "signed", date: "2026-09-01", certainty: "expected" },
        ],
      },
      "older-late-one": {
        acts: [
          { kind: "talks", date: "2026-06-01" },
          { kind: "signed", date: "2026-08-01", certainty: "expected" },
        ],
      },
      "quiet-one": { acts: [{ kind: "talks", date: "2024-01-01", sources: ["none"] }] },
    },
    sources: { "https://example.org/source": "2026-07-01" },
  });
  const { attention, drafts, changes } = await deskOf(db, { userId: "nobody", reviews: true }, clocks);
  const slugsOf = (flag: string) =>
    attention.find((one) => one.flag === flag)?.rows.map(({ slug, since }) => [slug, since]);
  expect(slugsOf("overdue")).toEqual([
    ["older-late-one", "2026-08-02"],
    ["late-one", "2026-09-02"],
  ]);
  expect(slugsOf("stalled")).toEqual([["quiet-one", "2024-10-01"]]);
  expect(slugsOf("unsourced")).toEqual([["quiet-one", "2024-01-01"]]);
  expect(attention.map(({ count, rows }) => count === rows.length)).not.toContain(false);
  expect(drafts).toEqual([]);
  expect(changes[0]?.verb).toBe("agreement-imported");
});

test("what usually comes next is counted over the record", async () => {
  const path = (...kinds: ("talks" | "signed" | "initialled")[]) => ({
    acts: kinds.map((kind, index) => ({ kind, date: `2024-0${index + 1}-01` })),
  });
  db = await openWorld({
    agreements: {
      a: path("talks", "signed"),
      b: path("talks", "signed"),
      c: path("talks", "initialled", "signed"),
      d: path("talks"),
    },
  });
  expect(await usualNext(db, "negotiating", clocks)).toEqual({ signed: 2, initialled: 1 });
  expect(await usualNext(db, "unknown", clocks)).toEqual({ talks: 4 });
  expect(await usualNext(db, "in-force", clocks)).toEqual({});
});

describe("drafts", () => {
  const subject = "act:quiet-one";

  async function open(): Promise<{ first: Actor; second: Actor }> {
    db = await openWorld({ agreements: { "quiet-one": { title: "A quiet one" } } });
    const add = async (name: string): Promise<Actor> => {
      const user = { name, email: `${name}@example.org`, role: "editor" as const };
      const { id } = await addUser(db, { id: "the server", role: "admin" }, user, loadedAt);
      return { id, role: "editor" };
    };
    return { first: await add("first"), second: await add("second") };
  }

  test("a draft is kept for its writer alone, overwritten and dropped", async () => {
    const { first, second } = await open();
    await putDraft(db, first, { subject, body: { date: "10 jul" } }, now);
    await putDraft(db, first, { subject, body: { date: "10 jul 2024" } }, now);
    expect(await draftOf(db, first.id, subject)).toEqual({
      subject,
      body: { date: "10 jul 2024" },
      updatedAt: now,
    });
    expect(await draftOf(db, second.id, subject)).toBeNull();
    expect(await draftsBy(db, first.id)).toEqual([
      { subject, updatedAt: now, agreement: "quiet-one", title: "A quiet one" },
    ]);
    await dropDraft(db, first, { subject }, now);
    expect(await draftOf(db, first.id, subject)).toBeNull();
  });

  test("others see who is writing about the agreement, for as long as they write", async () => {
    const { first, second } = await open();
    await putDraft(db, first, { subject: "fields:quiet-one", body: {} }, "2026-11-25T09:59:00.000Z");
    await putDraft(db, first, { subject, body: {} }, now);
    const ask = (userId: string, since: string) => othersAt(db, { userId, slug: "quiet-one", since });
    expect(await ask(second.id, "2026-11-25T09:58:00.000Z")).toEqual([{ name: "first", updatedAt: now }]);
    expect(await ask(first.id, "2026-11-25T09:58:00.000Z")).toEqual([]);
    expect(await ask(second.id, now)).toEqual([]);
  });

  test("a reader keeps no drafts, and nobody keeps a library", async () => {
    const { first } = await open();
    const stranger: Actor = { id: "nobody", role: "contributor" };
    await expect(putDraft(db, stranger, { subject, body: {} }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
    const long = { note: "x".repeat(70_000) };
    expect(() => putDraft(db, first, { subject, body: long }, now)).toThrow("64 KB");
  });
});
