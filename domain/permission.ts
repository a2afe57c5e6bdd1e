/** Roles and what each may do: one table, deny by default (contract.md, section 3). */
export const roles = ["anyone", "contributor", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

export const actions = [
  "read",
  "propose",
  "record",
  "correct",
  "check",
  "import",
  "review",
  "administer",
] as const;
export type Action = (typeof actions)[number];

const permissions: Record<Role, readonly Action[]> = {
  anyone: ["read"],
  contributor: ["read", "propose"],
  editor: ["read", "propose", "record", "correct", "check", "import", "review"],
  admin: actions,
};

/** Who writes. `id` is what the ledger keeps. */
export interface Actor {
  id: string;
  role: Role;
}

/** The product itself, when it loads the curated record. */
export const curator: Actor = { id: "curated record", role: "admin" };

/** True when the role may do it. */
export const may = (role: Role, action: Action): boolean => permissions[role].includes(action);
