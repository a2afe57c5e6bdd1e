/**
 * The file of the practical limit: the rows of the list as they stand now, one table row for each agreement with
 * everything worked out, an index made for the one list that is asked for, and the countries beside it.
 */
import BetterSqlite from "better-sqlite3";
import type { Database } from "#db/database.ts";
import { allAgreements } from "#db/queries/agreements.ts";
import type { Clocks } from "#domain/clocks.ts";
import { defaultSort, noFilters } from "#domain/view.ts";
import type { Row } from "#domain/wire.ts";

const schema = `
  create table countries (id integer primary key, code text not null unique, name text not null);
  create table list_rows (
    id integer primary key, slug text not null, title text not null,
    side1 integer not null references countries, side2 integer not null references countries,
    type text not null, profile text, framework text, tags text not null,
    stage text not null, stage_label text not null, since text, since_latest text, stage_certainty text not null,
    signed_on text, in_force_on text, talks_since text, talks_days integer, place text,
    next text not null, flags text not null, sources integer not null,
    revision integer not null, changed_at text not null, checked_on text
  );
`;
const index = "create index list_rows_by_stage on list_rows (stage, signed_on desc, slug desc)";

/** In the order of the columns, without the key. */
const valuesOf = (row: Row, [side1, side2]: readonly number[]) => [
  row.slug,
  row.title,
  side1,
  side2,
  row.type,
  row.profile,
  row.framework,
  JSON.stringify(row.tags),
  row.stage.code,
  row.stage.label,
  row.stage.since,
  row.stage.sinceLatest,
  row.stage.certainty,
  row.signedOn,
  row.inForceOn,
  row.talksSince,
  row.talksDays,
  row.place,
  JSON.stringify(row.next),
  JSON.stringify(row.flags),
  row.sources,
  row.revision,
  row.changedAt,
  row.checkedOn,
];

/** Fills a new file at `path` and answers with the rows that are in it: every agreement in the default order. */
export async function makeLimitFile(db: Database, path: string, clocks: Clocks): Promise<Row[]> {
  const rows = await allAgreements(db, noFilters, defaultSort, clocks);
  const file = new BetterSqlite(path);
  try {
    file.pragma("journal_mode = WAL");
    file.exec(schema);
    const ids = new Map<string, number>();
    const country = file.prepare("insert into countries values (?, ?, ?)");
    const agreement = file.prepare(`insert into list_rows values (${Array(25).fill("?").join(", ")})`);
    file.transaction(() => {
      for (const { code, name } of rows.flatMap(({ sides }) => sides.flat()))
        if (!ids.has(code)) country.run(ids.set(code, ids.size + 1).size, code, name);
      for (const row of rows) {
        const sides = row.sides.map(([first]) => ids.get(first?.code ?? "") ?? 0);
        agreement.run(null, ...valuesOf(row, sides));
      }
      file.exec(index);
    })();
    file.exec("analyze");
  } finally {
    file.close();
  }
  return rows;
}
