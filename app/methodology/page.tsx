import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { AsOf } from "#components/as-of.tsx";
import { RuleTable } from "#components/methodology/rule-table.tsx";
import {
  ActKinds,
  Contradictions,
  Fields,
  Flags,
  Problems,
  Profiles,
  Stages,
  Transitions,
} from "#components/methodology/sections.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { summaryOf } from "#db/queries/summary.ts";
import { allRules } from "#db/queries/vocabulary.ts";
import { fieldsOf } from "#domain/data-dictionary.ts";
import { dateInWords } from "#domain/date-words.ts";
import { dayInWords } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { paths } from "#domain/paths.ts";
import { defaultView, noFilters } from "#domain/view.ts";
import { act, commitment, row, source } from "#domain/wire.ts";
import { headOf } from "../_server/head.ts";
import type { PageWords } from "../_server/page-frame.ts";
import { type Resolved, resolvePage } from "../_server/view.ts";

interface PageProps {
  searchParams: Promise<PageWords>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = await resolvePage(searchParams);
  return headOf(resolved, {
    title: "How stages are derived and numbers are counted",
    description:
      "The stages, the transition table, the counting rules, the two clocks and the data dictionary of Accords, rendered from the tables that the product applies.",
    href: () => paths.methodology(),
  });
}

const contents = {
  stages: "Stages",
  transitions: "Transition table",
  acts: "Acts",
  profiles: "Legal characters",
  counting: "Counting rules",
  clocks: "Two clocks",
  dates: "Partial dates",
  flags: "Flags",
  contradictions: "Contradictions",
  dictionary: "Data dictionary",
  errors: "Errors",
  names: "Names and licence",
} as const;

function Part({ id, children }: { id: keyof typeof contents; children: ReactNode }) {
  return (
    <section className="section">
      <h2 id={id}>{contents[id]}</h2>
      {children}
    </section>
  );
}

async function CountingRules({ db, clocks }: Pick<Resolved, "db" | "clocks">) {
  const rules = await allRules(db);
  const counts = await Promise.all(rules.map((rule) => summaryOf(db, rule, noFilters, clocks)));
  return (
    <RuleTable
      caption="Counting rules"
      head={["Rule", "Code", "Definition", `Signed by ${dayInWords(clocks.on)}`]}
      rows={rules.map(({ id, label, definition }, index) => ({
        id: `rule-${id}`,
        cells: [
          label,
          <code key="code">{id}</code>,
          definition,
          <Link
            key="rows"
            className="link"
            href={paths.agreements({ ...defaultView, rule: id })}
            prefetch={false}
          >
            {counts[index]?.signed ?? 0}
          </Link>,
        ],
      }))}
    />
  );
}

const dateExamples = [
  "2024-05-14",
  "2024-05",
  "2024",
  "2024-05~",
  "2024-05-14?",
  "202X",
  "2024-05-14/2024-05-16",
  "2024-05-14/..",
];

const DateExamples = () => (
  <RuleTable
    caption="How partial dates are written and read"
    head={["Written (EDTF)", "In words", "Earliest day", "Latest day"]}
    rows={dateExamples.map((date) => {
      const { earliest, latest } = boundsOf(date);
      return {
        cells: [
          <code key="date">{date}</code>,
          dateInWords(date),
          earliest,
          latest.startsWith("9999") ? "not known" : latest,
        ],
      };
    })}
  />
);

/** `/methodology`: the published rules, from the tables that the code applies. */
export default async function MethodologyPage({ searchParams }: PageProps) {
  const { db, view, clocks, problems, today } = await resolvePage(searchParams);
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Methodology</p>
          <h1>How stages are derived and numbers are counted</h1>
          <p className="deck">
            Nobody types a stage. Dated, sourced acts are recorded, and the rules below turn them into stages.
            This page is made from the very tables that the product applies.
          </p>
        </div>
        <AsOf view={view} clocks={clocks} today={today} href={() => paths.methodology()} />
      </div>
      <nav aria-label="Contents">
        <ul className="contents">
          {Object.entries(contents).map(([id, title]) => (
            <li key={id}>
              <a className="link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Part id="stages">
        <p className="prose">
          A signature never implies force: without a source for force or effect an agreement stays signed.
        </p>
        <Stages />
      </Part>
      <Part id="transitions">
        <p className="prose">
          The first row that fits an act in a stage moves the stage; where none fits the stage stays. Acts
          count from their date, or from a later day on which they take effect. A skipped step is normal. An
          agreement whose legal character is not known takes every row.
        </p>
        <Transitions />
      </Part>
      <Part id="acts">
        <p className="prose">
          An act is done, reported, announced or expected. Only acts that were done or reported move a stage.
          An announced or expected act is shown from the day its source was published, until it happens, is
          replaced or becomes moot; how many days it slipped is shown beside it.
        </p>
        <ActKinds />
      </Part>
      <Part id="profiles">
        <Profiles />
      </Part>
      <Part id="counting">
        <p className="prose">
          A number is shown together with its rule and its rows. Every rule counts agreements that had reached
          the stage signed by the day.
        </p>
        <CountingRules db={db} clocks={clocks} />
      </Part>
      <Part id="clocks">
        <p className="prose">
          Every view has two clocks. <code>on</code> is the day whose truth is shown; <code>known</code> is
          the instant whose knowledge is used. Facts are never deleted or rewritten: a correction supersedes,
          and a view of an earlier <code>known</code> stays as it was. Without <code>known</code> a view shows
          what is known now, that is, up to the last accepted write.
        </p>
      </Part>
      <Part id="dates">
        <p className="prose">
          Dates are calendar dates, the same in every time zone, written in EDTF level 1 (ISO 8601-2). A stage
          that began on a partial date is answered surely from its latest possible day on, and possibly before
          that; sorting uses the earliest possible day.
        </p>
        <DateExamples />
      </Part>
      <Part id="flags">
        <Flags />
      </Part>
      <Part id="contradictions">
        <p className="prose">
          Facts that cannot both hold are kept and shown beside the agreement; nothing is repaired silently.
        </p>
        <Contradictions />
      </Part>
      <Part id="dictionary">
        <h3>An agreement in a list</h3>
        <Fields caption="Fields of an agreement in a list" fields={fieldsOf(row)} />
        <h3>An act</h3>
        <Fields caption="Fields of an act" fields={fieldsOf(act)} />
        <h3>A commitment</h3>
        <Fields caption="Fields of a commitment" fields={fieldsOf(commitment)} />
        <h3>A source</h3>
        <Fields caption="Fields of a source" fields={fieldsOf(source)} />
      </Part>
      <Part id="errors">
        <p className="prose">Errors are problem documents (RFC 9457); their type leads here.</p>
        <Problems />
      </Part>
      <Part id="names">
        <p className="prose">
          Countries are named as in ISO 3166-1, with plain English short names. Kosovo: this designation is
          without prejudice to positions on status. A name in a source may differ; searching finds official
          names, common variants, Ukrainian and French names too.
        </p>
        <p className="prose">
          The data are facts collected from public pages in our own words, under{" "}
          <a className="link" href="https://creativecommons.org/licenses/by/4.0/" rel="license external">
            CC BY 4.0
          </a>
          . Each source remains its publisher’s.
        </p>
      </Part>
    </>
  );
}
