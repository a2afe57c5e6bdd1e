/** Embeds: views as documents for the pages of other sites. Open to every origin, without cookies, never an error for a word. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type EmbedDocument,
  type EmbedTheme,
  embedDocument,
  embedThemes,
} from "#components/embed/embed-document.ts";
import { agreementAt } from "#db/queries/agreement.ts";
import { lanePaths } from "#db/queries/timeline.ts";
import { windowInWords } from "#domain/date-words.ts";
import { type Day, dayInWords, dayNumber } from "#domain/day.ts";
import type { FrozenView } from "#domain/frozen-view.ts";
import { stepOn } from "#domain/lane.ts";
import { laneSentence } from "#domain/lane-sentence.ts";
import { expectedOf, stepsOf } from "#domain/lane-steps.ts";
import { pairInWords } from "#domain/partner.ts";
import { paths } from "#domain/paths.ts";
import { windowOf } from "#domain/scale.ts";
import { type StageCode, stages } from "#domain/stage.ts";
import type { Expectation } from "#domain/standing.ts";
import { notFound } from "./endpoint.ts";
import { onSite } from "./site.ts";
import { timelineData, timelineHeadline } from "./timeline-view.ts";
import { type Resolved, resolveView } from "./view.ts";

interface Drawn {
  name: string;
  periods: readonly { stage: StageCode; from: Day; fromLatest: Day }[];
  expectations: readonly Pick<Expectation, "kind" | "date" | "from" | "to">[];
}

function laneOf({ name, periods, expectations }: Drawn, on: Day): EmbedDocument["lanes"][number] {
  const steps = stepsOf(periods);
  const period = periods[stepOn(steps, dayNumber(on))];
  return {
    name,
    steps,
    expected: expectedOf(expectations),
    sentence: laneSentence(name, periods, on),
    standing: period
      ? {
          drawing: stages[period.stage].drawing,
          label: stages[period.stage].label,
          date: windowInWords(period.from, period.fromLatest),
        }
      : null,
  };
}

/** The custom properties of the look, read once from the page's own style sheet. */
let tokens: string | null = null;
function tokenStyles(): string {
  tokens ??= readFileSync(join(process.cwd(), "app/styles/tokens.css"), "utf8").replace(/\/\*.*?\*\//gs, "");
  return tokens;
}

/** What an embed reads of its address: its theme, and a view whose mistakes are said and not refused. */
async function readEmbed(request: Request): Promise<{ resolved: Resolved; theme: EmbedTheme }> {
  const words = new URL(request.url).searchParams;
  const theme = embedThemes.find((one) => one === words.get("theme")) ?? "auto";
  for (const own of ["theme", "lang"]) words.delete(own);
  return { resolved: await resolveView(words), theme };
}

type Part = Omit<EmbedDocument, "theme" | "tokens" | "notices">;

function respond(part: Part, theme: EmbedTheme, notices: readonly string[] = []): Response {
  return new Response(embedDocument({ ...part, theme, notices, tokens: tokenStyles() }), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}

/** The timeline of a view. */
export async function embedTimeline(request: Request): Promise<Response> {
  const { resolved, theme } = await readEmbed(request);
  const { view, clocks, rule, problems } = resolved;
  const [data, { title }] = await Promise.all([timelineData(resolved, "whole"), timelineHeadline(resolved)]);
  const lanes = data.lanes
    .map((lane) => ({ lane, drawn: laneOf(lane, clocks.on) }))
    .filter(({ lane }) => {
      const at = lane.periods[stepOn(stepsOf(lane.periods), dayNumber(clocks.on))];
      return view.stage.length === 0 || view.stage.includes(at?.stage ?? "unknown");
    })
    .map(({ drawn }) => drawn);
  const part: Part = {
    title,
    subtitle: `As of ${dayInWords(clocks.on, "long")}, counted by the rule “${rule.label}”.`,
    href: onSite(paths.timeline(view)),
    lanes,
    window: windowOf(data.min, data.max),
    on: dayNumber(clocks.on),
    until: dayNumber(data.max),
    ghosts: view.ghosts,
  };
  return respond(
    part,
    theme,
    problems.map(({ message }) => message),
  );
}

/** One agreement's path. Throws `not-found`. */
export async function embedAgreement(request: Request, slug: string): Promise<Response> {
  const { resolved, theme } = await readEmbed(request);
  const { db, view, clocks, today, problems } = resolved;
  const agreement = await agreementAt(db, slug, clocks);
  if (!agreement) throw notFound("agreement", slug);
  const until = view.ghosts ? today : clocks.on;
  const found = await lanePaths(db, [slug], { on: until, known: clocks.known });
  const path = found.get(slug) ?? { periods: [], expectations: [] };
  const lane = laneOf({ name: agreement.stage.label, ...path }, clocks.on);
  const part: Part = {
    title: pairInWords(agreement),
    subtitle: `${agreement.title}. As of ${dayInWords(clocks.on, "long")}.`,
    href: onSite(paths.agreement(slug, view)),
    lanes: [lane],
    window: windowOf(path.periods[0]?.from ?? clocks.on, until),
    on: dayNumber(clocks.on),
    until: dayNumber(until),
    ghosts: view.ghosts,
  };
  return respond(
    part,
    theme,
    problems.map(({ message }) => message),
  );
}

/** A frozen view: the same lanes for ever. */
export function embedShare(request: Request, hash: string, frozen: FrozenView): Response {
  const given = new URL(request.url).searchParams.get("theme");
  const { clock, lanes, rule, title } = frozen;
  const firsts = lanes.flatMap(({ periods }) => periods[0]?.from ?? []).sort();
  const part: Part = {
    title,
    subtitle: `As of ${dayInWords(clock.on, "long")}, counted by the rule “${rule.label}”; frozen.`,
    href: onSite(paths.share(hash)),
    lanes: lanes.map((lane) => laneOf(lane, clock.on)),
    window: windowOf(firsts[0] ?? clock.on, clock.on),
    on: dayNumber(clock.on),
    until: dayNumber(clock.on),
    ghosts: false,
  };
  return respond(part, embedThemes.find((one) => one === given) ?? "auto");
}
