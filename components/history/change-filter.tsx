import Link from "next/link";
import { changeKindCodes, changeKinds } from "#domain/change-verb.ts";
import { isDay } from "#domain/day.ts";
import { type ChangeWords, paths } from "#domain/paths.ts";
import { carried, type View, viewPairs } from "#domain/view.ts";

/** Narrows the list of changes: a plain form, with the agreement and the writer that a link may have chosen. */
export function ChangeFilter({
  given,
  view,
  writers,
}: {
  given: ChangeWords;
  view: View;
  writers: readonly string[];
}) {
  const chosen = Object.values(given).some((value) => value);
  return (
    <search>
      <form className="change-filter" action={paths.changes()}>
        {viewPairs(carried(view)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor="change-kind">Kind of change</label>
          <select className="select" id="change-kind" name="kind" defaultValue={given.kind ?? ""}>
            <option value="">All kinds</option>
            {changeKindCodes.map((code) => (
              <option key={code} value={code}>
                {changeKinds[code]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="change-by">Made by</label>
          <input
            className="input"
            id="change-by"
            name="by"
            list="change-writers"
            defaultValue={given.by ?? ""}
            maxLength={80}
            autoComplete="off"
          />
          <datalist id="change-writers">
            {writers.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <div className="field">
          <label htmlFor="change-agreement">Reference of the agreement</label>
          <input
            className="input"
            id="change-agreement"
            name="agreement"
            defaultValue={given.agreement ?? ""}
            maxLength={200}
            placeholder="ukraine-luxembourg-security-2024"
            autoComplete="off"
          />
        </div>
        <div className="field">
          <label htmlFor="change-since">Since</label>
          <input
            className="input"
            id="change-since"
            type="date"
            name="since"
            defaultValue={given.since && isDay(given.since) ? given.since : ""}
          />
        </div>
        <button className="btn" type="submit">
          Show
        </button>
        {chosen ? (
          <Link className="btn" href={paths.changes(carried(view))} prefetch={false}>
            All changes
          </Link>
        ) : null}
      </form>
    </search>
  );
}
