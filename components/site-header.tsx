import { paths } from "#domain/paths.ts";
import type { Role } from "#domain/permission.ts";
import { Brand } from "./brand.tsx";
import { AccountLinks } from "./people/account-links.tsx";
import { SiteMenu } from "./site-menu.tsx";
import { SiteNav } from "./site-nav.tsx";
import { SiteSearch } from "./site-search.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** Who is signed in; null for a reader. */
export type SignedIn = { name: string; role: Role } | null;

/** The bar that stays on top of every page. It is the same for all readers. */
export function SiteHeader({ user }: { user: SignedIn }) {
  return (
    <header className="site-header">
      <div className="wrap">
        <Brand />
        <SiteNav />
        <SiteSearch shortcut />
        <AccountLinks user={user} />
        <ThemeToggle />
        <SiteMenu
          own={
            user === null
              ? [{ href: paths.signIn(), label: "Sign in" }]
              : [
                  { href: paths.desk(), label: "Desk" },
                  { href: paths.account(), label: "Account" },
                ]
          }
        />
      </div>
    </header>
  );
}
