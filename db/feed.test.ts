/** A snapshot and the entries of a feed after it give the next snapshot: read from the text of the feed alone. */
import { afterEach, expect, test } from "vitest";
import { fieldNames, pickFields } from "#domain/change-content.ts";
import { type CountryName, changeDiff, type DiffGroup } from "#domain/change-diff.ts";
import type { Instant } from "#domain/clocks.ts";
import { writeAtom } from "#domain/feed/atom.ts";
import { changeLines, changeTitle } from "#domain/feed/change-entry.ts";
import { fieldLabel } from "#domain/field-label.ts";
import type { Agreement } from "#domain/wire.ts";
import type { Database } from "./database.ts";
import { agreementAt } from "./queries/agreement.ts";
import { anyChange, listChanges } from "./queries/changes.ts";
import { editAtRandom, randomWorld } from "./random-record.ts";
import { openWorld } from "./testing.ts";

let db: Database;
afterEach(() => db.close());

const byCode: CountryName = (code) => code;
/** A day behind all others: every check counts. */
const on = "9000-01-01";

/** How often each value of each label stands. */
type Bag = Map<string, number>;

function add(bag: Bag, label: string, value: string | null | undefined, times: 1 | -1): void {
  if (value === null || value === undefined) return;
  const key = `${label} = ${value}`;
  const count = (bag.get(key) ?? 0) + times;
  if (count === 0) bag.delete(key);
  else bag.set(key, count);
}

/** Everything that an editor may change of an agreement, in the words of a feed. */
function bagOf(agreement: Agreement): Bag {
  const fields = pickFields({
    ...agreement,
    sides: agreement.sides.map((side) => side.map(({ code }) => code)),
    listNumbers: agreement.listNumbers ?? {},
  });
  const groups: DiffGroup[] = [
    changeDiff({ after: { fields } }, byCode),
    ...agreement.acts.map(
      ({
        id,
        kind,
        actor,
        date,
        effectiveOn,
        certainty,
        how,
        round,
        place,
        title,
        note,
        participants,
        citations,
      }) =>
        changeDiff(
          {
            after: {
              act: {
                ...{
                  id,
                  kind,
                  actor,
                  date,
                  effectiveOn,
                  certainty,
                  how,
                  round,
                  place,
                  title,
                  note,
                  participants,
                },
                citations,
              },
            },
          },
          byCode,
        ),
    ),
    ...agreement.checks.map(({ on: day, note }) =>
      changeDiff({ after: { check: { id: 0, on: day, note } } }, byCode),
    ),
  ].flat();
  const bag: Bag = new Map();
  for (const { items } of groups) for (const { label, now } of items) add(bag, label, now, 1);
  return bag;
}

const unescaped = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const actLabels = [
  "kind",
  "actor",
  "date",
  "effectiveOn",
  "certainty",
  "how",
  "round",
  "place",
  "title",
  "note",
];
const labels = [
  ...new Set([...fieldNames, ...actLabels].map(fieldLabel)),
  ...["Side 1", "Side 2", "Tag", "Participant", "Source", "Check"],
];
/** `Signed, 10 Jul 2024: Place: was Kyiv; now Lviv` and its shorter forms. */
const lineForm = new RegExp(`^(?:.*?: )?(${labels.join("|")}): (?:was (.*?)(?:; (?=now )|$))?(?:now (.*))?$`);

/** The lines of the entries by agreement, as a reader of the feed finds them. */
function readFeed(atom: string): { slug: string; lines: string[] }[] {
  return atom
    .split("<entry>")
    .slice(1)
    .map((entry) => {
      const [, slug = ""] = /\/agreements\/([a-z0-9-]+)/.exec(entry) ?? [];
      const [, content = ""] = /<content type="html">(.*?)<\/content>/s.exec(entry) ?? [];
      const lines = [...unescaped(content).matchAll(/<p>(.*?)<\/p>/gs)].map(([, line = ""]) =>
        unescaped(line),
      );
      return { slug, lines };
    });
}

function apply(bag: Bag, line: string): void {
  if (/^(Reason: .*|Revision \d+\.)$/.test(line)) return;
  const read = lineForm.exec(line);
  if (!read) throw new Error(`Nobody can read “${line}”.`);
  const [, label = "", was, now] = read;
  add(bag, label, was, -1);
  add(bag, label, now, 1);
}

async function feedSince(since: Instant): Promise<string> {
  const { rows } = await listChanges(
    db,
    { ...anyChange, since, limit: 500, before: null },
    { known: "9000-01-01T00:00:00.000Z" },
  );
  return writeAtom({
    ...{ id: "urn:x", title: "x", subtitle: "x", updated: since, self: "/x", page: "/x", next: null },
    entries: rows.map((change) => ({
      ...{ id: `urn:x:${change.sequence}`, title: changeTitle(change), updated: change.recordedAt },
      ...{ href: `/agreements/${change.agreement}`, author: change.by, categories: [] },
      lines: changeLines(change, byCode),
    })),
  });
}

test("whatever was edited, a snapshot and the entries after it give the next snapshot", async () => {
  for (const seed of [3, 4, 5]) {
    if (seed > 3) await db.close();
    db = await openWorld(randomWorld(seed, 12));
    const instants = await editAtRandom(db, seed + 10, 40);
    const middle = instants[Math.floor(instants.length / 3)] ?? "";
    const { agreements } = db.tables;
    const slugs = (await db.read.select().from(agreements)).map(({ slug }) => slug);
    const snapshot = async (slug: string, known: Instant) => {
      const agreement = await agreementAt(db, slug, { on, known });
      return agreement ? bagOf(agreement) : new Map<string, number>();
    };
    const entries = readFeed(await feedSince(middle));
    expect(entries.length).toBeGreaterThan(10);
    for (const slug of slugs) {
      const bag = await snapshot(slug, middle);
      // The newest entry comes first.
      const own = entries.toReversed().filter((entry) => entry.slug === slug);
      for (const line of own.flatMap(({ lines }) => lines)) apply(bag, line);
      expect({ seed, slug, bag }).toEqual({
        seed,
        slug,
        bag: await snapshot(slug, "9000-01-01T00:00:00.000Z"),
      });
    }
  }
});
