/**
 * The content security policy of an answer. A page may run our own files and the inline scripts whose hashes the
 * policy names; nothing else that is served here runs anything. A nonce would be shared by all readers of a cached
 * page, hashes may be (docs/decisions/0014-script-hashes.md).
 */

/** `style` attributes carry positions in timelines; they run nothing. */
const page = [
  "default-src 'none'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
];

const drawing = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const data =
  "default-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'; sandbox";

/** Only the embeds may stand in other people's pages. */
const ancestors = (path: string) => `frame-ancestors ${path.startsWith("/embed/") ? "*" : "'none'"}`;

/** `scriptHashes` as `sha256-…`, of the inline scripts of this very page. */
export function pagePolicy(path: string, scriptHashes: readonly string[]): string {
  const scripts = ["script-src 'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(" ");
  return [...page, scripts, ancestors(path)].join("; ");
}

/** For an answer with this content type. */
export function policyOf(path: string, contentType: string, scriptHashes: readonly string[] = []): string {
  if (contentType.startsWith("text/html")) return pagePolicy(path, scriptHashes);
  return contentType.startsWith("image/svg") ? drawing : data;
}
