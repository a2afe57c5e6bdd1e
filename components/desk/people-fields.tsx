"use client";

import type { Agreement } from "#domain/wire.ts";
import { Icon } from "../icon.tsx";
import type { PersonValues, Problems } from "./act-values.ts";
import { ChoiceField, TextField } from "./text-field.tsx";

/** Who took part: name, office, and for whom. */
export function PeopleFields({
  people,
  sides,
  problems,
  onChange,
}: {
  people: readonly PersonValues[];
  sides: Agreement["sides"];
  problems: Problems;
  onChange: (people: PersonValues[]) => void;
}) {
  const choices = [
    ["", "Not known"] as const,
    ...sides.flat().map(({ code, name }) => [code, name] as const),
  ];
  const set = (key: string, part: Partial<PersonValues>) =>
    onChange(people.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="people-edit">
      <legend className="field-label">Participants</legend>
      {people.map(({ key, name, office, side }, index) => (
        <div className="person" key={key}>
          <TextField
            id={`${key}-name`}
            label={`Name ${index + 1}`}
            value={name}
            maxLength={200}
            problem={problems[`${key}-name`]}
            onChange={(text) => set(key, { name: text })}
          />
          <TextField
            id={`${key}-office`}
            label="Office"
            value={office}
            maxLength={200}
            onChange={(text) => set(key, { office: text })}
          />
          <ChoiceField
            id={`${key}-side`}
            label="For"
            value={side}
            // A participant of a third country keeps its code.
            choices={
              side === "" || choices.some(([code]) => code === side) ? choices : [...choices, [side, side]]
            }
            onChange={(code) => set(key, { side: code })}
          />
          <button
            type="button"
            className="btn square"
            aria-label={`Remove participant ${index + 1}`}
            onClick={() => onChange(people.filter((one) => one.key !== key))}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn small"
        onClick={() =>
          onChange([...people, { key: `person-${crypto.randomUUID()}`, name: "", office: "", side: "" }])
        }
      >
        Add a participant
      </button>
    </fieldset>
  );
}
