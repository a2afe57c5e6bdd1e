/**
 * The practical limit: `node:http`, one prepared statement, and nothing else. `GET /?stage=&signedTo=` answers the
 * first 50 rows of that list as the API words them. It reads no other word, checks nothing, counts nothing (no total,
 * no facets), knows one moment, pages no further, and sends neither ETag nor any header of safety.
 */
import { createServer } from "node:http";
import BetterSqlite from "better-sqlite3";
import type { Row } from "#domain/wire.ts";

const [path = "", port = "0"] = process.argv.slice(2);

type Stored = Omit<Row, "sides" | "tags" | "stage" | "next" | "flags"> &
  Record<"code1" | "name1" | "code2" | "name2" | "tags" | "next" | "flags" | "label", string> & {
    stage: Row["stage"]["code"];
    since: string;
    sinceLatest: string | null;
    certainty: Row["stage"]["certainty"];
  };

const file = new BetterSqlite(path, { readonly: true });
file.pragma("cache_size = -65536");
const list = file.prepare<[string, string], Stored>(`
  select r.slug, r.title, a.code code1, a.name name1, b.code code2, b.name name2, r.type, r.profile, r.framework, r.tags,
    r.stage, r.stage_label label, r.since, r.since_latest sinceLatest, r.stage_certainty certainty,
    r.signed_on signedOn, r.in_force_on inForceOn, r.talks_since talksSince, r.talks_days talksDays, r.place, r.next,
    r.flags, r.sources, r.revision, r.changed_at changedAt, r.checked_on checkedOn
  from list_rows r join countries a on a.id = r.side1 join countries b on b.id = r.side2
  where r.stage = ? and r.signed_on <= ? order by r.signed_on desc, r.slug desc limit 50`);

const rowOf = (stored: Stored): Row => ({
  slug: stored.slug,
  title: stored.title,
  sides: [[{ code: stored.code1, name: stored.name1 }], [{ code: stored.code2, name: stored.name2 }]],
  type: stored.type,
  profile: stored.profile,
  framework: stored.framework,
  tags: JSON.parse(stored.tags) as string[],
  stage: {
    code: stored.stage,
    label: stored.label,
    since: stored.since,
    sinceLatest: stored.sinceLatest,
    certainty: stored.certainty,
  },
  signedOn: stored.signedOn,
  inForceOn: stored.inForceOn,
  talksSince: stored.talksSince,
  talksDays: stored.talksDays,
  place: stored.place,
  next: JSON.parse(stored.next) as Row["next"],
  flags: JSON.parse(stored.flags) as Row["flags"],
  sources: stored.sources,
  revision: stored.revision,
  changedAt: stored.changedAt,
  checkedOn: stored.checkedOn,
});

createServer((request, response) => {
  const words = new URL(request.url ?? "/", "http://localhost").searchParams;
  const rows = list.all(words.get("stage") ?? "", words.get("signedTo") ?? "");
  const body = Buffer.from(JSON.stringify({ data: rows.map(rowOf) }));
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
}).listen(Number(port), "127.0.0.1");
