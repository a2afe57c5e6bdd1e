import Link from "next/link";
import { paths } from "#domain/paths.ts";
import type { Role } from "#domain/permission.ts";

/** The page that is not for the role of who asks for it: which role it needs, and whom to ask. */
export function RoleNeeded({ has, needs }: { has: Role; needs: Role }) {
  return (
    <div className="message">
      <p className="eyebrow">403</p>
      <h1>This page needs the role {needs}</h1>
      <p className="deck">
        You are signed in with the role {has}. An admin can give you another one; nothing was changed.
      </p>
      <div className="actions">
        <Link className="btn primary" href={paths.desk()}>
          To the desk
        </Link>
        <Link className="btn" href={paths.home()}>
          Overview
        </Link>
      </div>
    </div>
  );
}
