import { apiBase } from "#domain/api-routes.ts";
import { maxLimit } from "#domain/view.ts";

/** What holds for every route. */
export function ApiBasics() {
  return (
    <dl className="kv">
      <dt>Base</dt>
      <dd>
        <code>{apiBase}</code>, JSON in UTF-8. Reading needs no key, and pages of every origin may read it.
      </dd>
      <dt>Time</dt>
      <dd>
        Days are <code>YYYY-MM-DD</code>, the same in every time zone; dates that are known less well are{" "}
        <a href="#shape-EdtfDate">EDTF</a>; instants are UTC with milliseconds. Each answer from the record
        says in <code>clock</code> what it is as of.
      </dd>
      <dt>Fresh</dt>
      <dd>
        Send the <code>ETag</code> back as <code>If-None-Match</code>: 304 means that nothing changed. An
        agreement’s ETag is its revision.
      </dd>
      <dt>Pages</dt>
      <dd>
        <code>limit</code> up to {maxLimit}, then <code>cursor</code> with <code>page.next</code> until it is
        null. No row is skipped or told twice, even while the record changes.
      </dd>
      <dt>Strict</dt>
      <dd>
        A word or value that cannot be read is refused with 400 and what is allowed; nothing is silently
        ignored.
      </dd>
    </dl>
  );
}
