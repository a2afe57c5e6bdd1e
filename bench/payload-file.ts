/** The rows of the list in the tables that Payload has made for itself. */
import { copyFileSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import type { Row } from "#domain/wire.ts";

/** The columns that Payload gives to the fields of `payload/payload.config.js`. */
const valuesOf = (row: Row) => ({
  slug: row.slug,
  title: row.title,
  type: row.type,
  profile: row.profile,
  framework: row.framework,
  stage: row.stage.code,
  since: row.stage.since,
  since_latest: row.stage.sinceLatest,
  certainty: row.stage.certainty,
  signed_on: row.signedOn,
  in_force_on: row.inForceOn,
  talks_since: row.talksSince,
  place: row.place,
  changed_at: row.changedAt,
  checked_on: row.checkedOn,
  talks_days: row.talksDays,
  sources: row.sources,
  revision: row.revision,
  tags: JSON.stringify(row.tags),
  next: row.next && JSON.stringify(row.next),
  flags: JSON.stringify(row.flags),
});

/** Puts every row into the file at `path`, in the order of its key, as if it had been entered there. */
export function fillPayload(path: string, rows: readonly Row[]): void {
  const file = new BetterSqlite(path);
  try {
    const country = file.prepare("insert into countries (id, code, name) values (?, ?, ?)");
    const ids = new Map<string, number>();
    const [first] = rows;
    const columns = first ? Object.keys(valuesOf(first)) : [];
    const names = ["side1_id", "side2_id", ...columns].join(", ");
    const places = ["side1", "side2", ...columns].map((name) => `@${name}`).join(", ");
    const agreement = file.prepare(`insert into agreements (${names}) values (${places})`);
    file.transaction(() => {
      for (const { code, name } of rows.flatMap(({ sides }) => sides.flat()))
        if (!ids.has(code)) country.run(ids.set(code, ids.size + 1).size, code, name);
      for (const row of rows) {
        const [side1, side2] = row.sides.map(([side]) => ids.get(side?.code ?? ""));
        agreement.run({ side1, side2, ...valuesOf(row) });
      }
    })();
    file.exec("analyze");
  } finally {
    file.close();
  }
}

/** The same rows in another file, with the index that this one list asks for. */
export function tunePayload(path: string, to: string): void {
  copyFileSync(path, to);
  const file = new BetterSqlite(to);
  try {
    file.exec("create index agreements_by_stage on agreements (stage, signed_on desc); analyze");
  } finally {
    file.close();
  }
}
