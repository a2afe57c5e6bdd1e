"use client";

import Link from "next/link";
import { useRef } from "react";
import { Brand } from "./brand.tsx";
import { Icon } from "./icon.tsx";
import { useCurrentPath } from "./router.ts";
import { isUnder, sitePages } from "./site-links.ts";
import { SiteSearch } from "./site-search.tsx";

/**
 * The menu of small screens, a dialog over the whole page. Without script the button leads to the links at the foot.
 * `own` are the links of who is reading; they come written, since what writes addresses would weigh on every page.
 */
export function SiteMenu({ own }: { own: readonly { href: string; label: string }[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const path = useCurrentPath();
  const close = () => dialog.current?.close();
  return (
    <>
      <a className="tool menu-button without-script" href="#site-links" aria-label="Menu">
        <Icon name="menu" />
      </a>
      <button
        type="button"
        className="tool menu-button needs-script"
        aria-label="Menu"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="menu" />
      </button>
      <dialog className="menu" ref={dialog} aria-label="Menu">
        <div className="head">
          <Brand />
          <button type="button" className="tool" aria-label="Close menu" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <SiteSearch />
        <nav aria-label="Menu">
          {sitePages.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              onClick={close}
              aria-current={isUnder(path, href) ? "page" : undefined}
            >
              {label}
            </Link>
          ))}
          {own.map(({ href, label }) => (
            <Link key={href} href={href} onClick={close} prefetch={false}>
              {label}
            </Link>
          ))}
        </nav>
      </dialog>
    </>
  );
}
