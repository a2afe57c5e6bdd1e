/** Who stands how towards a framework on a day: the last statement about a country counts, the earlier ones are kept. */
import { happened } from "./act.ts";
import { type Day, firstDay } from "./day.ts";
import { boundsOf } from "./edtf.ts";
import type { Membership } from "./wire.ts";

export const membershipRules = {
  joined: { label: "Joined", definition: "It made known that it joins." },
  declined: {
    label: "Declined",
    definition: "It made known that it does not join, or was reported not to have joined.",
  },
  participant: { label: "Took part", definition: "It is named among those who adopted the text." },
} as const satisfies Record<Membership["status"], { label: string; definition: string }>;

/** The rule by which members are counted, as the page says it. */
export const memberCountRule =
  "Each country or organisation counts once, by the last statement about it dated at or before the day. What was only announced or expected does not count.";

/** A country towards a framework: the statement that holds, then those that it replaced, newest first. */
export interface MemberStanding {
  latest: Membership;
  earlier: readonly Membership[];
}

const boundsOfDate = ({ date }: Membership) =>
  date === null ? { earliest: firstDay, latest: firstDay } : boundsOf(date);

/** Statements that happened and may lie at or before the day, oldest first; one without a date comes before all. */
export function statementsBy(memberships: readonly Membership[], on: Day): Membership[] {
  return memberships
    .filter((member) => happened(member) && boundsOfDate(member).earliest <= on)
    .map((member) => ({ member, ...boundsOfDate(member) }))
    .sort((a, b) => (a.earliest + a.latest < b.earliest + b.latest ? -1 : 1))
    .map(({ member }) => member);
}

/** One standing for each country, in the order in which the statement that holds was made. */
export function membersOn(memberships: readonly Membership[], on: Day): MemberStanding[] {
  const byCountry = new Map<string, Membership[]>();
  for (const member of statementsBy(memberships, on)) {
    const { code } = member.country;
    // Written anew, so that the map keeps the order of the last statement of each.
    const before = byCountry.get(code) ?? [];
    byCountry.delete(code);
    byCountry.set(code, [member, ...before]);
  }
  return [...byCountry.values()].flatMap(([latest, ...earlier]) => (latest ? { latest, earlier } : []));
}
