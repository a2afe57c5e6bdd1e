/** Every kind of accepted change by the verb that the audit log keeps, in words, and who may read of it. */
import { typeLabel } from "./type-label.ts";

/** What a change is about: what `/changes` can be narrowed to. */
export const changeKinds = {
  acts: "Acts",
  fields: "Fields",
  checks: "Checks",
  citations: "Sources",
  commitments: "Commitments",
  loads: "New and loaded",
  people: "Users and rights",
} as const;
export type ChangeKind = keyof typeof changeKinds;
export const changeKindCodes = Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]];

interface ChangeVerb {
  label: string;
  kind: ChangeKind;
  /** False for what is nobody's business but the user's and the admins'. */
  open: boolean;
}

const verb = (kind: ChangeKind, label: string, open = true): ChangeVerb => ({ label, kind, open });

const changeVerbs: Readonly<Record<string, ChangeVerb>> = {
  "act-recorded": verb("acts", "Act recorded"),
  "act-corrected": verb("acts", "Act corrected"),
  "act-withdrawn": verb("acts", "Act withdrawn"),
  "fields-edited": verb("fields", "Fields edited"),
  "check-added": verb("checks", "Checked, nothing new"),
  "check-withdrawn": verb("checks", "Check withdrawn"),
  "citation-added": verb("citations", "Source cited"),
  "citation-withdrawn": verb("citations", "Citation withdrawn"),
  "commitment-added": verb("commitments", "Commitment added"),
  "commitment-corrected": verb("commitments", "Commitment corrected"),
  "commitment-withdrawn": verb("commitments", "Commitment withdrawn"),
  "agreement-created": verb("loads", "Agreement added"),
  "agreement-imported": verb("loads", "Loaded into the record"),
  "agreement-withdrawn": verb("loads", "Taken out of the record"),
  "framework-imported": verb("loads", "Framework loaded into the record"),
  "import-committed": verb("loads", "File imported"),
  "import-reverted": verb("loads", "Import reverted"),
  "proposal-made": verb("people", "Proposal made", false),
  "proposal-accepted": verb("people", "Proposal accepted", false),
  "proposal-rejected": verb("people", "Proposal returned", false),
  "record-restored": verb("loads", "Record restored from a backup"),
  "share-withdrawn": verb("loads", "Frozen view withdrawn"),
  "user-added": verb("people", "User added"),
  "user-role": verb("people", "Role changed"),
  "user-disabled": verb("people", "Access taken away"),
  "user-enabled": verb("people", "Access given back"),
  "user-renamed": verb("people", "Name changed"),
  "user-invited": verb("people", "User invited", false),
  "user-password": verb("people", "Password changed", false),
  "user-token": verb("people", "API token made", false),
  "user-tokens-revoked": verb("people", "API tokens revoked", false),
};

/** The verb in words; one that is not in the table is its own words. */
export const verbLabel = (code: string): string => changeVerbs[code]?.label ?? typeLabel(code);

/** The verbs of one kind. */
export const verbsOf = (kind: ChangeKind): string[] =>
  Object.keys(changeVerbs).filter((code) => changeVerbs[code]?.kind === kind);

/** Verbs of changes to no agreement that anyone may read of; everything about an agreement is public. */
export const openVerbs: readonly string[] = Object.keys(changeVerbs).filter(
  (code) => changeVerbs[code]?.open,
);

/** What is loaded has no reason to tell but that it was loaded. */
export const isLoad = (code: string): boolean => changeVerbs[code]?.kind === "loads";
