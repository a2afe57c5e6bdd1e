import type { Flag } from "#domain/standing.ts";
import { flagRules } from "#domain/standing.ts";
import type { Agreement } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";

/** The place on the page that explains a flag. */
function placeOf(
  flag: Flag,
  { acts, conflicts, contradictions, commitments }: Agreement,
  openAct: string | null,
): string {
  switch (flag) {
    case "disputed": {
      const against = acts.find(({ citations }) => citations.some(({ stance }) => stance === "contradicts"));
      return conflicts.length + contradictions.length > 0 ? "conflicts" : (against?.id ?? "acts");
    }
    case "overdue":
      return openAct ?? "acts";
    case "unsourced": {
      const bare = (fact: { citations: readonly unknown[] }) => fact.citations.length === 0;
      return (acts.find(bare) ?? commitments.find(bare))?.id ?? "acts";
    }
    case "stalled":
      return "why";
    case "stale":
      return "checks";
  }
}

/** The flags of the record: each named, defined, and a link to what it is about. */
export function StandingFlags({ agreement, openAct }: { agreement: Agreement; openAct: string | null }) {
  if (agreement.flags.length === 0) return null;
  return (
    <ul className="standing-flags" aria-label="Flags">
      {agreement.flags.map((flag) => (
        <li key={flag}>
          <a className="tag warn" href={`#${placeOf(flag, agreement, openAct)}`}>
            <Icon name="warning" />
            {flagRules[flag].label}
          </a>
          <span className="note">{flagRules[flag].definition}</span>
        </li>
      ))}
    </ul>
  );
}
