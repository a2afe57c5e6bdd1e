import Link from "next/link";
import { type Profile, profileRules } from "#domain/act.ts";
import { dayInWords } from "#domain/day.ts";
import { stages } from "#domain/stage.ts";
import { flagRules } from "#domain/standing.ts";
import { typeLabel } from "#domain/type-label.ts";
import { toggleValue, type View, withoutFilters, withView } from "#domain/view.ts";
import { Icon } from "./icon.tsx";

interface ActiveFiltersProps {
  view: View;
  address: (view: View) => string;
  countries: ReadonlyMap<string, string>;
  frameworks: ReadonlyMap<string, string>;
}

interface Chip {
  label: string;
  without: View;
}

function chipsOf({ view, countries, frameworks }: ActiveFiltersProps): Chip[] {
  const country = (code: string) => countries.get(code) ?? code;
  const each = <Word extends "party" | "stage" | "type" | "framework" | "profile" | "tag" | "flag">(
    word: Word,
    label: (value: View[Word][number]) => string,
  ): Chip[] =>
    (view[word] as readonly View[Word][number][]).map((value) => ({
      label: label(value),
      without: toggleValue(view, word, value),
    }));
  const one = (label: string | null, change: Partial<View>): Chip[] =>
    label === null ? [] : [{ label, without: withView(view, change) }];
  return [
    ...one(view.q && `“${view.q}”`, { q: null }),
    ...each("party", country),
    ...one(view.between && `Between ${view.between.map(country).join(" and ")}`, { between: null }),
    ...each("stage", (code) => stages[code].label),
    ...each("type", typeLabel),
    ...each("framework", (slug) => frameworks.get(slug) ?? typeLabel(slug)),
    ...each("profile", (profile: Profile) => profileRules[profile].label),
    ...each("tag", typeLabel),
    ...one(view.signedFrom && `Signed from ${dayInWords(view.signedFrom)}`, { signedFrom: null }),
    ...one(view.signedTo && `Signed to ${dayInWords(view.signedTo)}`, { signedTo: null }),
    ...each("flag", (flag) => flagRules[flag].label),
  ];
}

/** Every filter in words, each with the way out of it, and the way out of all. */
export function ActiveFilters(props: ActiveFiltersProps) {
  const { view, address } = props;
  const chips = chipsOf(props);
  if (chips.length === 0) return null;
  return (
    <ul className="chips active-filters" aria-label="Active filters">
      {chips.map(({ label, without }) => (
        <li key={label}>
          <Link className="chip on" href={address(without)} scroll={false} prefetch={false}>
            <span className="vh">Remove filter </span>
            {label}
            <Icon name="close" />
          </Link>
        </li>
      ))}
      <li>
        <Link className="btn small" href={address(withoutFilters(view))} scroll={false} prefetch={false}>
          Clear all filters
        </Link>
      </li>
    </ul>
  );
}
