import type { Act, Agreement, Conflict } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";
import { actTitle } from "./act-entry.tsx";
import { SourceChips } from "./source-chips.tsx";

function ConflictNote({ conflict: { id, topic, values, note } }: { conflict: Conflict }) {
  return (
    <li id={id} className="notice warn">
      <Icon name="warning" />
      <div>
        <h3>Sources differ: {topic}</h3>
        <ul className="values">
          {values.map(({ value, note: remark, citations }) => (
            <li key={value}>
              <b>{value}</b>
              {remark ? <span className="line muted">{remark}</span> : null}
              <SourceChips citations={citations} />
            </li>
          ))}
        </ul>
        {note ? <p>{note}</p> : null}
      </div>
    </li>
  );
}

function Contradiction({ sentence, behind }: { sentence: string; behind: readonly Act[] }) {
  return (
    <li className="notice warn">
      <Icon name="warning" />
      <div>
        <h3>Recorded acts contradict one another</h3>
        <p>
          {sentence}{" "}
          {behind.map((act, index) => (
            <span key={act.id}>
              {index === 0 ? "See " : ", "}
              <a href={`#${act.id}`}>{actTitle(act)}</a>
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}

/** What sources, or recorded acts, say against one another: all of it is kept. */
export function ConflictNotes({
  agreement: { conflicts, contradictions, acts },
}: {
  agreement: Pick<Agreement, "conflicts" | "contradictions" | "acts">;
}) {
  if (conflicts.length + contradictions.length === 0) return null;
  return (
    <section id="conflicts" className="section" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">Where sources differ</h2>
      <ul className="conflicts">
        {conflicts.map((conflict) => (
          <ConflictNote key={conflict.id} conflict={conflict} />
        ))}
        {contradictions.map(({ code, sentence, acts: ids }) => (
          <Contradiction
            key={`${code}${ids.join()}`}
            sentence={sentence}
            behind={acts.filter(({ id }) => ids.includes(id))}
          />
        ))}
      </ul>
    </section>
  );
}
