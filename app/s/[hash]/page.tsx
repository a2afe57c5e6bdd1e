import type { Metadata } from "next";
import Link from "next/link";
import { ActLog } from "#components/agreement/act-log.tsx";
import { Icon } from "#components/icon.tsx";
import { LaneList } from "#components/lane-list.tsx";
import { MissingRecord } from "#components/missing-record.tsx";
import { PathCard } from "#components/path-card.tsx";
import { PrintFooter } from "#components/print-footer.tsx";
import { FrozenCheck } from "#components/share/frozen-check.tsx";
import { FrozenRows } from "#components/share/frozen-rows.tsx";
import { FrozenSources } from "#components/share/frozen-sources.tsx";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import type { StagePeriod } from "#domain/derivation.ts";
import type { FrozenLane, FrozenView } from "#domain/frozen-view.ts";
import { instantInWords } from "#domain/instant-words.ts";
import { plural } from "#domain/numbers.ts";
import { apiPaths, paths } from "#domain/paths.ts";
import type { Expectation } from "#domain/standing.ts";
import { defaultView, type View } from "#domain/view.ts";
import { answerGone, answerNotFound } from "../../_server/answer-status.ts";
import { readShare } from "../../_server/share.ts";

interface PageProps {
  params: Promise<{ hash: string }>;
}

/** Links lead to the living pages as of the same clocks. */
const viewOf = ({ clock }: FrozenView): View => ({ ...defaultView, ...clock, ghosts: false });

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = await readShare((await params).hash);
  if (!found || found.share.withdrawnAt !== null)
    return { title: "There is no frozen view here", robots: { index: false } };
  const { view, share } = found;
  return {
    title: `${view.title}, as shared on ${dayInWords(dayOfInstant(share.recordedAt))}`,
    description: `${view.title}: ${plural(view.rows.length, "agreement")}, ${view.signed} signed by the rule “${view.rule.label}”, as of ${dayInWords(view.clock.on)}. This page never changes.`,
    alternates: { canonical: paths.share(share.hash) },
  };
}

/** Because is told by the acts of the agreement; a frozen lane keeps what is drawn. */
const periodsOf = ({ periods }: FrozenLane): StagePeriod[] =>
  periods.map((period, index) => ({
    ...period,
    to: periods[index + 1]?.from ?? null,
    because: { transition: "", acts: [] },
  }));

const expectationsOf = ({ expectations }: FrozenLane): Expectation[] =>
  expectations.map((expectation) => ({
    ...expectation,
    act: "",
    certainty: "expected",
    metBy: null,
    slipDays: null,
  }));

function Picture({ frozen }: { frozen: FrozenView }) {
  const { clock, agreement, lanes, rows } = frozen;
  const [lane] = lanes;
  if (agreement && lane) {
    return (
      <>
        <PathCard
          periods={lane.periods}
          expectations={lane.expectations}
          on={clock.on}
          until={clock.on}
          ghosts={false}
        />
        <ActLog agreement={agreement} expectations={[]} on={clock.on} />
      </>
    );
  }
  const drawn = new Map(
    lanes.map((one) => [one.slug, { periods: periodsOf(one), expectations: expectationsOf(one) }]),
  );
  return (
    <LaneList
      label={frozen.title}
      rows={rows}
      lanes={drawn}
      view={viewOf(frozen)}
      on={clock.on}
      until={clock.on}
      focus={null}
      names={new Map(lanes.map(({ slug, name }) => [slug, name]))}
    />
  );
}

/** `/s/{hash}`: a frozen view. It is made of the frozen text alone, so nothing in the record can change it. */
export default async function FrozenPage({ params }: PageProps) {
  const found = await readShare((await params).hash);
  if (!found) {
    answerNotFound();
    return (
      <MissingRecord
        title="There is no frozen view at this address"
        text="The address of a frozen view ends in its hash, at least 22 hexadecimal digits of it."
        all={{ href: paths.home(), label: "The living record" }}
      />
    );
  }
  const { share, view: frozen } = found;
  if (share.withdrawnAt !== null) {
    answerGone();
    return (
      <MissingRecord
        title="This frozen view was withdrawn"
        text={`It was frozen on ${instantInWords(share.recordedAt)} and withdrawn on ${instantInWords(share.withdrawnAt)}: ${share.withdrawnReason}`}
        all={{ href: paths.home(), label: "The living record" }}
      />
    );
  }
  const { clock, rule } = frozen;
  return (
    <>
      <div className="page-head frozen-head">
        <div>
          <p className="eyebrow">Frozen view</p>
          <h1>{frozen.title}</h1>
          <p className="deck">
            As shared on <b>{instantInWords(share.recordedAt)}</b>: {plural(frozen.rows.length, "agreement")},{" "}
            {frozen.signed} signed by the rule{" "}
            <Link className="link" href={paths.methodology(`rule-${rule.id}`)}>
              {rule.label}
            </Link>
            , true on <b>{dayInWords(clock.on)}</b>, as known at {instantInWords(clock.known)}.
          </p>
          <FrozenCheck
            hash={share.hash}
            textHref={apiPaths.share(share.hash)}
            changesHref={apiPaths.shareChanges(share.hash)}
          />
        </div>
        <div className="actions">
          <a className="btn" href={frozen.path}>
            <Icon name="right" />
            The living view
          </a>
          <a
            className="btn"
            href={apiPaths.share(share.hash)}
            download={`accords-${share.hash.slice(0, 22)}.json`}
          >
            <Icon name="download" />
            Frozen JSON
          </a>
        </div>
      </div>
      <Picture frozen={frozen} />
      {frozen.agreement ? null : <FrozenRows frozen={frozen} view={viewOf(frozen)} />}
      <FrozenSources sources={frozen.sources} />
      <p className="note frozen-hash">
        SHA-256 of the frozen JSON: <code>{share.hash}</code>. Frozen by Accords {frozen.software}.
      </p>
      <PrintFooter address={paths.share(share.hash)} on={clock.on} known={clock.known} />
    </>
  );
}
