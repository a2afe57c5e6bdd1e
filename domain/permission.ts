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
  /** The request that asked for the write, for the audit log. */
  requestId?: string | undefined;
}

/** The product itself, when it loads the curated record. */
export const curator: Actor = { id: "curated record", role: "admin" };

/** Whoever may run commands on the server's own machine. */
export const operator: Actor = { id: "the server", role: "admin" };

/** Who writes without being a user; every other actor's role is read again in the transaction of the write. */
export const isProduct = ({ id }: Pick<Actor, "id">): boolean => id === curator.id || id === operator.id;

/** The roles that a user may have: everybody else is anyone. */
export const userRoles = ["contributor", "editor", "admin"] as const satisfies readonly Role[];
export type UserRole = (typeof userRoles)[number];

export const isUserRole = (text: string): text is UserRole => userRoles.some((role) => role === text);

/** True when the role may do it. */
export const may = (role: Role, action: Action): boolean => permissions[role].includes(action);

/** The first role, from the least rights up, that may do it. */
export const leastRoleFor = (action: Action): Role => roles.find((role) => may(role, action)) ?? "admin";
