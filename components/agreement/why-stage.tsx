import Link from "next/link";
import { dateInWords } from "#domain/date-words.ts";
import { paths } from "#domain/paths.ts";
import type { Agreement } from "#domain/wire.ts";
import { actTitle } from "./act-entry.tsx";

/** Why it stands where it stands: the sentence, the published rule, its basis in law, and the acts that met it. */
export function WhyStage({ agreement: { explanation, acts } }: { agreement: Agreement }) {
  const { label, sentence, transition, rule, law } = explanation;
  const behind = acts.filter(({ id }) => explanation.acts.includes(id));
  return (
    <section id="why" aria-labelledby="why-title">
      <h2 id="why-title">Why this stage</h2>
      <p className="aside-text">{sentence}</p>
      <dl className="kv">
        <dt>Stage</dt>
        <dd>{label}</dd>
        <dt>Rule</dt>
        <dd>
          {rule}
          {transition ? (
            <>
              {" "}
              <Link href={paths.methodology(`transition-${transition}`)}>{transition}</Link>
            </>
          ) : null}
        </dd>
        {law === "" ? null : (
          <>
            <dt>Basis</dt>
            <dd>{law}</dd>
          </>
        )}
        {behind.length === 0 ? null : (
          <>
            <dt>{behind.length === 1 ? "Act" : "Acts"}</dt>
            <dd>
              <ul className="plain">
                {behind.map((act) => (
                  <li key={act.id}>
                    <a className="link" href={`#${act.id}`}>
                      {actTitle(act)}
                    </a>
                    , {dateInWords(act.date)}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
