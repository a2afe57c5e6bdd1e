/** Whether a request that writes came from a page of this site, which a browser says and a page cannot forge. */

const ownOrigin = (): string => new URL(process.env.APP_URL ?? "http://localhost:3000").origin;

/**
 * Compared with the configured address, never with `Host`. `Sec-Fetch-Site` is sent over https and to this machine,
 * `Origin` with every form; a request with neither comes from no browser of today and may do what needs no cookie.
 */
export function isFromHere({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === "same-origin") return true;
  if (site !== null && site !== "none") return false;
  if (origin !== null) return origin === ownOrigin();
  return site === null && headers.get("cookie") === null;
}

/**
 * The same for what a script of ours fetches with a cookie: it always says its `Origin`, which a form may hide. A
 * cookie with neither header is nobody's of today.
 */
export function isFetchedFromHere(request: Request): boolean {
  const origin = request.headers.get("origin");
  return isFromHere(request) && (origin === null || origin === ownOrigin());
}
