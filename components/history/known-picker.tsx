import { verbLabel } from "#domain/change-verb.ts";
import type { Revision } from "#domain/history.ts";
import { instantInWords } from "#domain/instant-words.ts";
import { paths } from "#domain/paths.ts";
import { carried, type View, viewPairs, withView } from "#domain/view.ts";

/** Chooses a revision to see the agreement as it was known then: a plain form. */
export function KnownPicker({
  slug,
  revisions,
  view,
}: {
  slug: string;
  revisions: readonly Revision[];
  view: View;
}) {
  return (
    <form className="known-picker" action={paths.agreement(slug)}>
      {viewPairs(withView(carried(view), { known: null })).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label htmlFor="known-revision">Show the agreement as known at</label>
        <select className="select" id="known-revision" name="known">
          {revisions.map(({ revision, recordedAt, verb }) => (
            <option key={revision} value={recordedAt}>
              {`Revision ${revision}: ${verbLabel(verb)}, ${instantInWords(recordedAt)}`}
            </option>
          ))}
        </select>
      </div>
      <button className="btn" type="submit">
        Show
      </button>
    </form>
  );
}
