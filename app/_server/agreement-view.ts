/** Everything that the page of an agreement shows, read once for the page and its head. */
import { cache } from "react";
import { agreementAt } from "#db/queries/agreement.ts";
import { listFrameworks } from "#db/queries/frameworks.ts";
import { knownSince, nearestSlugs } from "#db/queries/nearest-slugs.ts";
import { talksLengths } from "#db/queries/talks-lengths.ts";
import { lanePaths } from "#db/queries/timeline.ts";
import { knowableOn } from "#domain/evidence.ts";
import { partnerOf } from "#domain/partner.ts";
import { rankTalks } from "#domain/talks-rank.ts";
import type { Agreement } from "#domain/wire.ts";
import { type Resolved, resolvePage } from "./view.ts";

export interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const longestSlug = 200;
const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The slug of an address as it was typed; what cannot be decoded stays as it is and names nothing. */
export function typedSlug(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** True for text that may be an agreement's slug. */
export const isSlug = (text: string): boolean => text.length <= longestSlug && slugForm.test(text);

/** Talks of comparable agreements, where this one's were measured. */
async function talksBeside({ db, vocabulary, clocks }: Resolved, agreement: Agreement) {
  if (agreement.talksDays === null) return null;
  const here = new Set((agreement.sides[0] ?? []).map(({ code }) => code));
  // The partner names a dot: the side that is not the first side of this agreement.
  const nameOf = (sides: readonly (readonly string[])[]) => {
    const named = sides.map((side) =>
      side.map((code) => ({ code, name: vocabulary.countries.get(code) ?? code })),
    );
    const focus = sides.flat().find((code) => here.has(code)) ?? null;
    return partnerOf({ sides: named }, focus)
      .map(({ name }) => name)
      .join(", ");
  };
  const lengths = await talksLengths(db, agreement, nameOf, clocks);
  const rank = rankTalks(lengths, agreement.slug);
  return rank ? { rank, lengths } : null;
}

/** What the record holds besides, as of today: acts that the day leaves out. */
async function laterThan({ db, clocks, today }: Resolved, { slug, acts }: Agreement): Promise<number> {
  if (clocks.on >= today) return 0;
  const latest = await agreementAt(db, slug, { on: today, known: clocks.known });
  return latest ? latest.acts.length - acts.length : 0;
}

async function found(resolved: Resolved, whole: Agreement) {
  const { db, clocks } = resolved;
  const agreement = knowableOn(whole, clocks.on);
  const [lanes, talks, laterActs, frameworks, since] = await Promise.all([
    lanePaths(db, [agreement.slug], clocks),
    talksBeside(resolved, agreement),
    laterThan(resolved, agreement),
    listFrameworks(db),
    knownSince(db, agreement.slug),
  ]);
  return {
    agreement,
    lane: lanes.get(agreement.slug) ?? { periods: [], expectations: [] },
    talks,
    laterActs,
    frameworkTitle: frameworks.find(({ slug }) => slug === agreement.framework)?.shortTitle ?? null,
    knownSince: since ?? agreement.changedAt,
  };
}
export type FoundAgreement = Awaited<ReturnType<typeof found>>;

async function missing({ db, clocks }: Resolved, slug: string) {
  const since = isSlug(slug) ? await knownSince(db, slug) : null;
  return { since, near: since ? [] : await nearestSlugs(db, slug, clocks) };
}

/** Keyed by text, so that the head and the page of one request share it. */
const read = cache(async (slug: string, words: string) => {
  const resolved = await resolvePage(Promise.resolve(JSON.parse(words)));
  const whole = isSlug(slug) ? await agreementAt(resolved.db, slug, resolved.clocks) : null;
  return whole
    ? { resolved, found: await found(resolved, whole), missing: null }
    : { resolved, found: null, missing: await missing(resolved, slug) };
});

/** The agreement of an address with what stands beside it, or what may have been meant. */
export async function readAgreementPage({ params, searchParams }: PageProps) {
  return read(typedSlug((await params).slug), JSON.stringify(await searchParams));
}
