import Link from "next/link";
import { paths } from "#domain/paths.ts";
import { SiteKeys } from "./keys/site-keys.tsx";
import { sitePages } from "./site-links.ts";

/** The foot of every page: what the data may be used for, and where everything is. */
export function SiteFooter({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>
          Data under{" "}
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
            CC BY 4.0
          </a>
          : use it freely and name Accords. Every entry cites its sources; a signature never implies force.
          Kosovo: this designation is without prejudice to positions on status.
        </p>
        <nav id="site-links" aria-label="All pages">
          {sitePages.map(({ href, label }) => (
            <Link key={href} href={href}>
              {label}
            </Link>
          ))}
          <Link href={isSignedIn ? paths.desk() : paths.signIn()} prefetch={false}>
            {isSignedIn ? "Desk" : "Sign in"}
          </Link>
          <SiteKeys />
        </nav>
      </div>
    </footer>
  );
}
