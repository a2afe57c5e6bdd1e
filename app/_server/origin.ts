/** Whether a request that writes came from a page of this site, which a browser says and a page cannot forge. */

const ownOrigin = (): string => new URL(process.env.APP_URL ?? "http://localhost:3000").origin;

/**
 * True when a browser says so. It sends `Sec-Fetch-Site` over https and to this machine, and `Origin` with whatever
 * writes; the latter is compared with the configured address and never with `Host`, which anybody may set.
 */
export function isFromOwnPage({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin") return true;
  return (site === null || site === "none") && headers.get("origin") === ownOrigin();
}

/** The same for forms that need no session: a request with neither header comes from no browser of today. */
export function isFromHere(request: Request): boolean {
  const { headers } = request;
  const isBrowser = headers.has("sec-fetch-site") || headers.has("origin");
  if (isBrowser || /(^|;\s*)(__Host-)?session=/.test(headers.get("cookie") ?? ""))
    return isFromOwnPage(request);
  return true;
}

/**
 * The same for what a script of ours fetches with a cookie: it always says its `Origin`, which a form may hide. A
 * cookie with neither header is nobody's of today.
 */
export function isFetchedFromHere(request: Request): boolean {
  const origin = request.headers.get("origin");
  return isFromHere(request) && (origin === null || origin === ownOrigin());
}
