import Link from "next/link";
import { dayInWords } from "#domain/day.ts";
import type { FrozenView } from "#domain/frozen-view.ts";
import { paths } from "#domain/paths.ts";
import type { View } from "#domain/view.ts";
import { StageLabel } from "../stage-label.tsx";

/** The rows of a frozen view as they were: where each stood, since when, signed when and where. */
export function FrozenRows({ frozen: { rows, lanes }, view }: { frozen: FrozenView; view: View }) {
  return (
    <section className="section" aria-labelledby="frozen-rows">
      <h2 id="frozen-rows">The rows</h2>
      <div className="table-card">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
        <section className="table-scroll" tabIndex={0} aria-label="Table of the rows">
          <table className="t">
            <caption className="vh">Each agreement as it stood</caption>
            <thead>
              <tr>
                <th scope="col">Agreement</th>
                <th scope="col">Stage</th>
                <th scope="col" className="num">
                  Since
                </th>
                <th scope="col" className="num">
                  Signed
                </th>
                <th scope="col">Place</th>
                <th scope="col" className="num">
                  Sources
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ slug, stage, signedOn, place, sources }, index) => (
                <tr key={slug}>
                  <th scope="row">
                    <Link href={paths.agreement(slug, view)} prefetch={false}>
                      {lanes[index]?.name ?? slug}
                    </Link>
                  </th>
                  <td>
                    <StageLabel
                      stage={stage.code}
                      {...(stage.certainty === "possibly" ? { sub: "possibly" } : {})}
                    />
                  </td>
                  <td className="num">{stage.since === null ? "–" : dayInWords(stage.since)}</td>
                  <td className="num">{signedOn === null ? "–" : dayInWords(signedOn)}</td>
                  <td>{place ?? "–"}</td>
                  <td className="num">{sources}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </section>
  );
}
