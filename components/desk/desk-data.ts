/** What the server gives to the page of an agreement at the desk, and how the browser keeps it fresh. */
import type { ActKind } from "#domain/act.ts";
import type { Day } from "#domain/day.ts";
import type { UserRole } from "#domain/permission.ts";
import type { Agreement } from "#domain/wire.ts";
import type { Draft } from "#domain/wire-desk.ts";

/** Who works here. A contributor proposes what an editor records. */
export interface Me {
  id: string;
  name: string;
  role: UserRole;
}

/** What may be chosen for the fields of an agreement. */
export interface DeskVocabulary {
  countries: readonly { code: string; name: string }[];
  types: readonly string[];
  frameworks: readonly { slug: string; title: string }[];
  tags: readonly string[];
}

export interface DeskData {
  agreement: Agreement;
  today: Day;
  me: Me;
  /** How often each act came next from this stage in the record. */
  usual: Partial<Record<ActKind, number>>;
  places: readonly string[];
  vocabulary: DeskVocabulary;
  drafts: { act: Draft | null; fields: Draft | null };
  open: "act" | "fields" | null;
}

export const agreementKey = (slug: string) => ["agreement", slug] as const;
