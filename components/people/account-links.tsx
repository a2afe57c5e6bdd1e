import Link from "next/link";
import { paths } from "#domain/paths.ts";
import { may } from "#domain/permission.ts";
import { Icon } from "../icon.tsx";
import type { SignedIn } from "../site-header.tsx";

/** In the bar: the way in for readers; the desk and the menu under their name for users. It needs no script. */
export function AccountLinks({ user }: { user: SignedIn }) {
  if (!user) {
    return (
      <div className="account-links">
        <Link href={paths.signIn()} prefetch={false}>
          Sign in
        </Link>
      </div>
    );
  }
  return (
    <div className="account-links">
      <Link href={paths.desk()} prefetch={false}>
        Desk
      </Link>
      <details className="name-menu">
        <summary>
          <bdi>{user.name}</bdi>
          <Icon name="chevron" />
        </summary>
        <div className="panel">
          <p className="note">
            <bdi>{user.name}</bdi>, {user.role}
          </p>
          <Link href={paths.account()} prefetch={false}>
            Account
          </Link>
          {may(user.role, "administer") ? (
            <>
              <Link href={paths.users()} prefetch={false}>
                Users
              </Link>
              <Link href={paths.frozenViews()} prefetch={false}>
                Frozen views
              </Link>
            </>
          ) : null}
          <form method="post" action={paths.signOut()}>
            <button className="btn" type="submit">
              Sign out
            </button>
          </form>
        </div>
      </details>
    </div>
  );
}
