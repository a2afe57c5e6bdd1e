"use client";

import Link from "next/link";
import { useCurrentPath } from "./router.ts";
import { isUnder, sitePages } from "./site-links.ts";

/** The links of the bar; the one we are at is said, not only shown. */
export function SiteNav() {
  const path = useCurrentPath();
  return (
    <nav className="site-nav" aria-label="Main">
      {sitePages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          data-label={label}
          aria-current={isUnder(path, href) ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
