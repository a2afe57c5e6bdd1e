/** What the writing routes rest on: merging, conflicts, repeated requests, rehearsals and proposals. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DomainError } from "#domain/errors.ts";
import { type Actor, curator, operator, type UserRole } from "#domain/permission.ts";
import { actInput, proposalInput } from "#domain/wire-input.ts";
import { addUser } from "./commands/add-user.ts";
import { answerWrite } from "./commands/answer-write.ts";
import { changeRole } from "./commands/change-role.ts";
import { checkAgreement } from "./commands/check-agreement.ts";
import { acceptProposal, rejectProposal } from "./commands/decide-proposal.ts";
import { editAgreement } from "./commands/edit-agreement.ts";
import { write } from "./commands/ledger.ts";
import { performs } from "./commands/perform.ts";
import { performProposed, propose } from "./commands/propose.ts";
import { recordAct } from "./commands/record-act.ts";
import { rehearse } from "./commands/rehearse.ts";
import { setDisabled } from "./commands/set-disabled.ts";
import type { Database } from "./database.ts";
import { replayDifferences } from "./replay.ts";
import { openWorld } from "./testing.ts";

const slug = "aa-bb";
const now = "2026-06-01T12:00:00.000Z";
const talks = actInput.parse({
  kind: "talks",
  actor: "both",
  date: "2024-05-14",
  certainty: "done",
  citations: [{ url: "https://example.org/a", publishedOn: "2024-05-15" }],
});

let db: Database;
beforeEach(async () => {
  db = await openWorld({ agreements: { [slug]: { acts: [{ kind: "proposed", date: "2023-08" }] } } });
});
afterEach(() => db.close());

async function userOf(role: UserRole): Promise<Actor> {
  const { id } = await addUser(db, operator, { email: `${randomUUID()}@example.org`, role }, now);
  return { id, role };
}

const everything = async () => JSON.stringify(await db.read.select().from(db.tables.changes));
const edit = (revision: number, fields: object) =>
  editAgreement(db, curator, { slug, revision, fields, yours: fields }, now);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: DomainError) => error,
  );

describe("merging", () => {
  test("different fields merge, the same field is a conflict with three versions", async () => {
    await edit(1, { summary: "A" });
    expect(await edit(1, { legalNote: "B" })).toMatchObject({ revision: 3 });
    expect(await refusal(edit(1, { summary: "C" }))).toMatchObject({
      code: "conflict",
      extra: {
        conflicts: ["summary"],
        base: { summary: null },
        theirs: { summary: "A", legalNote: "B" },
        yours: { summary: "C" },
        revision: 3,
      },
    });
  });

  test("a field sent as it was seen is no change, and never undoes somebody else's", async () => {
    await edit(1, { summary: "A" });
    await edit(1, { summary: null, legalNote: "B" });
    const [version] = (await db.read.select().from(db.tables.versions)).slice(-1);
    expect(version).toMatchObject({ summary: "A", legalNote: "B" });
  });

  test("what changes nothing has no revision", async () => {
    const before = await everything();
    expect(await edit(1, { title: slug })).toMatchObject({ revision: 1 });
    expect(await everything()).toBe(before);
  });

  test("an act merges with fields and checks, and collides with acts", async () => {
    await edit(1, { summary: "A" });
    await checkAgreement(db, curator, { slug, on: null, note: null }, now);
    await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
    const late = await refusal(recordAct(db, curator, { slug, revision: 3, act: talks }, now));
    expect(late).toMatchObject({ code: "conflict", extra: { conflicts: ["acts"], revision: 4 } });
  });

  test("sides and frameworks must be known, and the sides two", async () => {
    for (const [fields, guard] of [
      [{ sides: [["AA"], ["AA"]] }, "two-sides"],
      [{ sides: [["AA"], ["ZZ"]] }, "known-country"],
      [{ framework: "nothing" }, "known-framework"],
    ] as const)
      expect(await refusal(edit(1, fields))).toMatchObject({ code: "rule-broken", guard });
  });
});

describe("repeated requests", () => {
  const ask = (actor: Actor, key: string, requestHash: string, at = now) =>
    answerWrite(db, actor, { action: "record", status: 201, repeatable: { key, requestHash } }, at, (entry) =>
      performs.recordAct(entry, { params: { slug }, body: talks, revision: 1 }),
    );

  test("the same is done once and answered alike; another with the key is refused", async () => {
    const editor = await userOf("editor");
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => ask(editor, "k", "h")));
    for (const other of others) expect(other).toEqual(first);
    expect(first).toMatchObject({ status: 201, revision: 2 });
    expect(await refusal(ask(editor, "k", "other"))).toMatchObject({ guard: "idempotency-key-reused" });
    expect(await refusal(ask(await userOf("editor"), "k", "h"))).toMatchObject({ code: "conflict" });
  });

  test("what was refused is asked anew, and after 72 hours the key is free", async () => {
    const editor = await userOf("editor");
    await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
    expect(await refusal(ask(editor, "k", "h"))).toMatchObject({ code: "conflict" });
    expect(await db.read.select().from(db.tables.idempotencyKeys)).toEqual([]);
    const later = "2026-06-04T12:00:01.000Z";
    await checkAgreement(db, curator, { slug, on: null, note: null }, now);
    expect(await refusal(ask(editor, "k", "other", later))).toMatchObject({ code: "conflict" });
  });

  test("rights are read again in the transaction", async () => {
    const editor = await userOf("editor");
    await changeRole(db, operator, { id: editor.id, role: "contributor" }, now);
    expect(await refusal(ask(editor, "k", "h"))).toMatchObject({ code: "forbidden" });
    const other = await userOf("editor");
    await setDisabled(db, operator, { id: other.id, disabled: true }, now);
    expect(await refusal(ask(other, "k", "h"))).toMatchObject({ code: "forbidden" });
  });
});

test("a rehearsal says what would change, and nothing does", async () => {
  const before = await everything();
  const foresight = await rehearse(db, curator, "record", now, (entry) =>
    performs.recordAct(entry, {
      params: { slug },
      body: { ...talks, kind: "signed", date: "1024-05-14" },
      revision: 1,
    }),
  );
  expect(foresight).toMatchObject({
    row: {
      before: { stage: { code: "proposed" } },
      after: { stage: { code: "signed" }, signedOn: "1024-05-14" },
    },
    warnings: [{ code: "check-year" }],
  });
  expect(foresight.changes).toContainEqual({ path: "act.kind", before: null, after: "signed" });
  expect(foresight.sentences[0]).toContain("The stage becomes Signed");
  expect(await everything()).toBe(before);
  expect(await db.read.select().from(db.tables.acts)).toHaveLength(1);
});

describe("proposals", () => {
  const wished = proposalInput.parse({
    method: "POST",
    path: `/api/v1/agreements/${slug}/acts`,
    body: { ...talks },
    reason: "In the press",
  });
  const made = async (by: Actor) => {
    const { data } = await write(db, by, "propose", now, (entry) => propose(entry, wished));
    return data?.id ?? "";
  };
  const accept = (by: Actor, id: string) =>
    write(db, by, "review", now, (entry) => acceptProposal(entry, { id, note: null }));

  test("an accepted one is the proposer's change, and names who accepted it", async () => {
    const [contributor, editor] = [await userOf("contributor"), await userOf("editor")];
    const id = await made(contributor);
    expect(await accept(editor, id)).toMatchObject({ revision: 2, data: { state: "accepted" } });
    const change = (await db.read.select().from(db.tables.changes)).find(({ revision }) => revision === 2);
    expect(change).toMatchObject({
      by: contributor.id,
      byRole: "contributor",
      reason: "In the press",
      after: { proposal: { id, acceptedBy: editor.id } },
    });
    expect(await refusal(accept(editor, id))).toMatchObject({ code: "conflict", guard: "already-decided" });
  });

  test("nobody decides their own, not even an admin; a contributor decides none", async () => {
    const admin = await userOf("admin");
    const id = await made(admin);
    expect(await refusal(accept(admin, id))).toMatchObject({ code: "forbidden", guard: "not-your-own" });
    expect(await refusal(accept(await userOf("contributor"), id))).toMatchObject({ code: "forbidden" });
  });

  test("one that no longer fits stays and is told; it is returned with a note", async () => {
    const [contributor, editor] = [await userOf("contributor"), await userOf("editor")];
    const id = await made(contributor);
    await recordAct(db, curator, { slug, revision: 1, act: talks }, now);
    expect(await refusal(accept(editor, id))).toMatchObject({
      code: "conflict",
      extra: { conflicts: ["acts"] },
    });
    const reject = (note: string | null) =>
      write(db, editor, "review", now, (entry) => rejectProposal(entry, { id, note }));
    expect(await refusal(reject(null))).toMatchObject({ guard: "note-required" });
    expect(await reject("It is there already")).toMatchObject({ data: { state: "rejected" } });
  });

  test("what no editor could send is no proposal", async () => {
    const contributor = await userOf("contributor");
    for (const [path, body] of [
      ["/api/v1/users", {}],
      ["/api/v1/proposals", {}],
      [`/api/v1/agreements/${slug}/acts`, { ...talks, recordedAt: now }],
    ] as const) {
      const attempt = write(db, contributor, "propose", now, (entry) =>
        performProposed(entry, { ...wished, path, body }),
      );
      expect(await refusal(attempt)).toMatchObject({ code: "malformed" });
    }
  });
});

test("the stored periods equal a replay after random edits of acts and of the profile", async () => {
  const step = fc.record({
    kind: fc.constantFrom(
      "talks",
      "signed",
      "in-force",
      "in-effect",
      "ratified",
      "paused",
      "reopened",
      "ended",
    ),
    date: fc.constantFrom("2023-09", "2024-01-05", "2024-02", "2024-05-14", "2025"),
    profile: fc.constantFrom("treaty", "political", "definitive", null),
    way: fc.constantFrom("act", "act", "profile", "check"),
    behind: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const world = await openWorld({
        agreements: { [slug]: { acts: [{ kind: "proposed", date: "2023-08" }] } },
      });
      try {
        for (const { kind, date, profile, way, behind } of steps) {
          const last = (await world.read.select().from(world.tables.changes)).length;
          const revision = Math.max(1, last - behind);
          const act = { ...talks, kind: kind as typeof talks.kind, date };
          const work =
            way === "act"
              ? recordAct(world, curator, { slug, revision, act }, now)
              : way === "profile"
                ? editAgreement(
                    world,
                    curator,
                    { slug, revision, fields: { profile: profile as "treaty" } },
                    now,
                  )
                : checkAgreement(world, curator, { slug, on: "2026-05", note: null }, now);
          const error = await refusal(work);
          if (error && !(error instanceof DomainError)) throw error;
        }
        expect(await replayDifferences(world)).toEqual([]);
      } finally {
        await world.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
