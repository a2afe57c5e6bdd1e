import Link from "next/link";
import type { ReactNode } from "react";
import { type Profile, profileRules } from "#domain/act.ts";
import type { Instant } from "#domain/clocks.ts";
import { dateInWords } from "#domain/date-words.ts";
import { dayInWords, dayOfInstant } from "#domain/day.ts";
import { plural } from "#domain/numbers.ts";
import { paths } from "#domain/paths.ts";
import { typeLabel } from "#domain/type-label.ts";
import type { View } from "#domain/view.ts";
import type { Agreement } from "#domain/wire.ts";
import { SourceChips } from "./source-chips.tsx";

interface KeyFactsProps {
  agreement: Agreement;
  frameworkTitle: string | null;
  knownSince: Instant;
  view: View;
}

/** A text of more letters than this stands beneath its label, not beside it. */
const longText = 80;

const unknown = <span className="muted">not known</span>;

function forceLabel(profile: Profile | null): string {
  if (profile === null) return "In force or effect";
  return profile === "political" ? "In effect" : "In force";
}

/** Who signed for each side: the people of the acts of signature. */
function signatories({ acts, sides }: Agreement): { side: string; people: ReactNode }[] {
  const signing = acts.filter(
    ({ kind, certainty }) => kind === "signed" && (certainty === "done" || certainty === "reported"),
  );
  const people = signing.flatMap(({ participants }) => participants);
  return sides.map((side) => {
    const codes = side.map(({ code }) => code);
    const signed = people.filter((one) => one.side !== null && codes.includes(one.side));
    return {
      side: side.map(({ name }) => name).join(", "),
      people:
        signed.length === 0
          ? unknown
          : signed.map(({ name, office }) => (
              <span className="line" key={name}>
                {name}
                {office ? <span className="muted">{`, ${office}`}</span> : null}
              </span>
            )),
    };
  });
}

/** The facts at a glance; what is not known is said so, and each has its own sources where it has any. */
export function KeyFacts({ agreement, frameworkTitle, knownSince, view }: KeyFactsProps) {
  const { profile, signedOn, place, durationYears, durationNote, inForceOn, listNumbers } = agreement;
  const signed = agreement.stagePeriods.some(({ stage }) => stage === "signed");
  const facts: { label: string; value: ReactNode; fields: string[] }[] = [
    { label: "Type", value: typeLabel(agreement.type), fields: ["type"] },
    {
      label: "Profile",
      value: profile ? (
        <>
          <Link href={paths.methodology(`profile-${profile}`)}>{profileRules[profile].label}</Link>
          <span className="line muted">{profileRules[profile].definition}</span>
        </>
      ) : (
        unknown
      ),
      fields: ["profile"],
    },
    { label: "Legal note", value: agreement.legalNote ?? unknown, fields: ["legalNote"] },
    {
      label: "Framework",
      value: agreement.framework ? (
        <Link href={paths.framework(agreement.framework, view)}>{frameworkTitle ?? agreement.framework}</Link>
      ) : (
        "none"
      ),
      fields: ["framework"],
    },
    {
      label: "Signed",
      value: signedOn
        ? `${dayInWords(signedOn)}${place ? `, ${place}` : ""}`
        : signed
          ? unknown
          : "not signed",
      fields: ["signedOn", "place"],
    },
    ...(signed ? signatories(agreement) : []).map(({ side, people }) => ({
      label: `For ${side}`,
      value: people,
      fields: [],
    })),
    {
      label: "Duration",
      value: (
        <>
          {durationYears === null ? unknown : plural(durationYears, "year")}
          {durationNote ? <span className="line muted">{durationNote}</span> : null}
        </>
      ),
      fields: ["durationYears", "durationNote"],
    },
    {
      label: forceLabel(profile),
      value: inForceOn ? `since ${dayInWords(inForceOn)}` : unknown,
      fields: ["inForceOn"],
    },
    { label: "Reference", value: agreement.slug, fields: ["slug"] },
    ...Object.entries(listNumbers).map(([list, number]) => ({
      label: typeLabel(list),
      value: `No. ${number}`,
      fields: ["listNumbers"],
    })),
    {
      label: "Revision",
      value: (
        <>
          {agreement.revision}
          <span className="line">
            <Link href={paths.history(agreement.slug, view)} prefetch={false}>
              Every change
            </Link>
          </span>
        </>
      ),
      fields: [],
    },
    { label: "Last change", value: dayInWords(dayOfInstant(agreement.changedAt)), fields: [] },
    {
      label: "Last checked",
      value: agreement.checkedOn ? <a href="#checks">{dateInWords(agreement.checkedOn)}</a> : unknown,
      fields: [],
    },
    {
      label: "Known since",
      value: `${dayInWords(dayOfInstant(knownSince))}, ${knownSince.slice(11, 16)} UTC`,
      fields: [],
    },
  ];
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">Key facts</h2>
      <dl className="kv facts">
        {facts.map(({ label, value, fields }) => (
          <div
            key={label}
            className={typeof value === "string" && value.length > longText ? "long" : undefined}
          >
            <dt>{label}</dt>
            <dd>
              {value}
              <SourceChips
                bare
                citations={agreement.citations.filter(
                  ({ field }) => field !== null && fields.includes(field),
                )}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
