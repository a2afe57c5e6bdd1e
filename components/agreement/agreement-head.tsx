import Link from "next/link";
import type { ReactNode } from "react";
import { capitalised, numberInWords } from "#domain/numbers.ts";
import { pairInWords } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { stageSentence } from "#domain/sentences.ts";
import type { View } from "#domain/view.ts";
import type { Agreement } from "#domain/wire.ts";
import { Flag } from "../flag.tsx";
import { StageLabel } from "../stage-label.tsx";

/** `Ten years.` once it is signed; before, how long it would last is a fact of the draft. */
function durationSentence({ signedOn, durationYears }: Agreement): string {
  if (signedOn === null || durationYears === null) return "";
  return ` ${capitalised(numberInWords(durationYears))} ${durationYears === 1 ? "year" : "years"}.`;
}

function Breadcrumb({ agreement, view }: { agreement: Agreement; view: View }) {
  const countries = agreement.sides.flat();
  const [a, b] = agreement.sides.map((side) => side[0]);
  return (
    <nav aria-label="Breadcrumb">
      <ol className="breadcrumb">
        <li>
          <Link href={paths.agreements({ ...view })}>Agreements</Link>
        </li>
        {countries.map(({ code, name }) => (
          <li key={code}>
            <Link href={paths.country(code, view)}>{name}</Link>
          </li>
        ))}
        {a && b && countries.length === 2 ? (
          <li>
            <Link href={paths.pair(a.code, b.code, view)}>All between the two</Link>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}

/** The opening of the page: where we are, between whom, what it is called and where it stands. */
export function AgreementHead({
  agreement,
  view,
  children,
}: {
  agreement: Agreement;
  view: View;
  children: ReactNode;
}) {
  const { sides, title, titleNote, stage } = agreement;
  return (
    <>
      <Breadcrumb agreement={agreement} view={view} />
      <header className="agreement-head">
        <div>
          <div className="pair">
            <span className="flags">
              {sides.flat().map(({ code }) => (
                <Flag key={code} code={code} large />
              ))}
            </span>
            <h1>{pairInWords(agreement)}</h1>
          </div>
          <p className="formal" lang="en">
            {title}
          </p>
          {titleNote ? <p className="note">{titleNote}</p> : null}
          <p className="now">
            <StageLabel
              stage={stage.code}
              as="pill"
              {...(stage.certainty === "possibly" ? { sub: "possibly" } : {})}
            />
            <span>{`${stageSentence(agreement)}${durationSentence(agreement)}`}</span>
          </p>
        </div>
        {children}
      </header>
    </>
  );
}
