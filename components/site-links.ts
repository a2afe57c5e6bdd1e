interface SitePage {
  href: string;
  label: string;
  /** In the bar of wide windows alone; the menu and the foot of the page have every page. */
  wide?: true;
}

/** The pages of the site, in the order of the bar and of the menu. */
export const sitePages: readonly SitePage[] = [
  { href: "/", label: "Overview" },
  { href: "/timeline", label: "Timeline" },
  { href: "/agreements", label: "Agreements" },
  { href: "/countries", label: "Countries" },
  { href: "/sources", label: "Sources" },
  { href: "/changes", label: "Changes", wide: true },
  { href: "/methodology", label: "Methodology" },
  { href: "/api", label: "API" },
];

/** Whether a page stands at an address or above it. */
export const isUnder = (path: string, href: string): boolean =>
  href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
