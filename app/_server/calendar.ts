/** iCalendar files: the acts of a choice of agreements, past and expected. */
import { type Chosen, chosenAgreements } from "#db/queries/agreements.ts";
import { calendarActs } from "#db/queries/calendar.ts";
import { actKinds, happened } from "#domain/act.ts";
import { dateInWords } from "#domain/date-words.ts";
import { endOfTime, firstDay } from "#domain/day.ts";
import { boundsOf } from "#domain/edtf.ts";
import { type CalendarEvent, calendarType, writeCalendar } from "#domain/feed/calendar.ts";
import { paths } from "#domain/paths.ts";
import type { Filters } from "#domain/view.ts";
import { demandFew } from "./demand-few.ts";
import type { Answer } from "./endpoint.ts";
import { onSite } from "./site.ts";
import type { Resolved } from "./view.ts";

interface CalendarFrame {
  name: string;
  page: string;
  /** Whose acts. */
  chosen: Chosen;
}

/** The agreements that the filters choose, for a calendar. Throws `rule-broken` where they are too many. */
export async function calendarChoice({ db, clocks }: Resolved, filters: Filters): Promise<Chosen> {
  await demandFew({ db, clocks }, filters);
  return chosenAgreements(db, filters, clocks);
}

type Act = Awaited<ReturnType<typeof calendarActs>>[number];

/** A date that is open on one side stands on the side that is known. */
function daysOf(date: string): Pick<CalendarEvent, "first" | "last"> {
  const { earliest, latest } = boundsOf(date);
  return {
    first: earliest === firstDay ? latest : earliest,
    last: latest === endOfTime ? earliest : latest,
  };
}

function eventOf(act: Act): CalendarEvent {
  const days = daysOf(act.date);
  const label = actKinds[act.kind].label;
  const certainty = act.certainty === "done" ? "" : ` (${act.certainty})`;
  const partial = days.first === days.last ? "" : `Known as ${dateInWords(act.date)}, not to the day. `;
  return {
    ...days,
    uid: `${act.id}@accords`,
    summary: `${act.title ?? label}${certainty}: ${act.agreement}`,
    description: `${partial}${label}${certainty}. ${act.note ?? ""}`.trim(),
    url: onSite(paths.act(act.slug, act.id)),
    location: act.place,
    status: happened(act) ? "CONFIRMED" : "TENTATIVE",
    categories: [act.kind],
    changedAt: act.recordedAt,
  };
}

/** The calendar of a choice of agreements as of the clocks of the view. */
export async function calendarAnswer(resolved: Resolved, frame: CalendarFrame): Promise<Answer> {
  const acts = await calendarActs(resolved.db, frame.chosen, resolved.clocks);
  return {
    contentType: calendarType,
    body: writeCalendar({
      name: frame.name,
      description:
        "Acts of bilateral agreements: what happened, and what is expected (tentative). CC BY 4.0.",
      url: onSite(frame.page),
      events: acts.map(eventOf),
    }),
    headers: { "content-disposition": 'inline; filename="accords.ics"' },
  };
}
