"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useCurrentPath } from "./router.ts";
import { isUnder, sitePages } from "./site-links.ts";

/** The links of the bar; the one we are at is said, not only shown. */
export function SiteNav() {
  const path = useCurrentPath();
  const before = useRef(path);
  // On another page readers that listen, and the keyboard, begin at its title.
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    const title = document.querySelector("h1");
    if (!title || window.location.hash) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }, [path]);
  return (
    <nav className="site-nav" aria-label="Main">
      {sitePages.map(({ href, label, wide }) => (
        <Link
          key={href}
          href={href}
          data-label={label}
          className={wide ? "wide" : undefined}
          aria-current={isUnder(path, href) ? "page" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
