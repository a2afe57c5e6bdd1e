/** The parts of the methodology, each rendered from the table that the code applies. */
import { actKindCodes, actKinds, profileRules, profiles } from "#domain/act.ts";
import type { FieldEntry } from "#domain/data-dictionary.ts";
import { contradictionRules } from "#domain/derivation.ts";
import { type ErrorCode, errorCodes } from "#domain/errors.ts";
import { guards, stageCodes, stages, transitions } from "#domain/stage.ts";
import { flagCodes, flagRules } from "#domain/standing.ts";
import { StageLabel } from "../stage-label.tsx";
import { RuleTable } from "./rule-table.tsx";

export const Stages = () => (
  <RuleTable
    caption="Stages"
    head={["Stage", "Code", "Definition", "Final"]}
    rows={stageCodes.map((code) => ({
      id: `stage-${code}`,
      cells: [
        <StageLabel key={code} stage={code} />,
        <code key="code">{code}</code>,
        stages[code].definition,
        stages[code].final ? "yes" : "no",
      ],
    }))}
  />
);

const labels = (codes: readonly (keyof typeof stages)[]) =>
  codes.map((code) => stages[code].label).join(", ");

export const Transitions = () => (
  <RuleTable
    caption="Transition table"
    head={["Rule", "From", "Act", "To", "Condition", "Legal character", "Basis"]}
    rows={transitions.map(({ id, from, act, to, guard, profiles: holdsIn, law, definition }) => ({
      id: `transition-${id}`,
      cells: [
        definition,
        labels(from),
        actKinds[act].label,
        stages[to].label,
        guard ? guards[guard] : "–",
        holdsIn.length === profiles.length
          ? "any"
          : holdsIn.map((profile) => profileRules[profile].label).join(", "),
        law,
      ],
    }))}
  />
);

export const ActKinds = () => (
  <RuleTable
    caption="Kinds of acts"
    head={["Act", "Code", "Moves the stage", "Basis"]}
    rows={actKindCodes.map((kind) => ({
      id: `act-${kind}`,
      cells: [
        actKinds[kind].label,
        <code key="code">{kind}</code>,
        actKinds[kind].moves ? "yes" : "no",
        actKinds[kind].law || "–",
      ],
    }))}
  />
);

export const Profiles = () => (
  <RuleTable
    caption="Legal characters"
    head={["Legal character", "Code", "Definition"]}
    rows={profiles.map((profile) => ({
      id: `profile-${profile}`,
      cells: [
        profileRules[profile].label,
        <code key="code">{profile}</code>,
        profileRules[profile].definition,
      ],
    }))}
  />
);

export const Flags = () => (
  <RuleTable
    caption="Flags"
    head={["Flag", "Definition"]}
    rows={flagCodes.map((flag) => ({
      id: `flag-${flag}`,
      cells: [flagRules[flag].label, flagRules[flag].definition],
    }))}
  />
);

export const Contradictions = () => (
  <RuleTable
    caption="Contradictions between acts"
    head={["Code", "Meaning"]}
    rows={Object.entries(contradictionRules).map(([code, meaning]) => ({
      id: `contradiction-${code}`,
      cells: [<code key="code">{code}</code>, meaning],
    }))}
  />
);

export const Problems = () => (
  <RuleTable
    caption="Errors of the API"
    head={["Error", "Status", "Meaning"]}
    rows={(Object.keys(errorCodes) as ErrorCode[]).map((code) => ({
      id: `problem-${code}`,
      cells: [<code key="code">{code}</code>, String(errorCodes[code].status), errorCodes[code].title],
    }))}
  />
);

/** A dictionary of fields under a heading of its own. */
export const Fields = ({ caption, fields }: { caption: string; fields: readonly FieldEntry[] }) => (
  <RuleTable
    caption={caption}
    head={["Field", "Type", "Allowed", "Meaning", "Example"]}
    rows={fields.map(({ name, type, allowed, meaning, example }) => ({
      cells: [
        <code key="name">{name}</code>,
        type,
        allowed || "–",
        meaning || "–",
        example ? <code key="example">{example}</code> : "–",
      ],
    }))}
  />
);
