/** Where a form leads back to: a path of this site, whatever the address says. */
const base = "http://here.invalid";

/** The path with its query, or null for anything that a browser could read as another site. */
export function returnPath(text: string | null | undefined): string | null {
  if (!text?.startsWith("/") || text.length > 2_000 || !URL.canParse(text, base)) return null;
  const { origin, pathname, search, hash } = new URL(text, base);
  // `/.//elsewhere` becomes `//elsewhere` only when it is read, so what is answered is checked, not what was sent.
  return origin === base && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : null;
}
