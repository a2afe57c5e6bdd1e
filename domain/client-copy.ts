/** Whether the copy that a client holds is the answer that it would get (RFC 9110, 13.1). */

/** What a client says of its copy: the headers `If-None-Match` and `If-Modified-Since`; null where it says nothing. */
export interface ClientCopy {
  tags: string | null;
  since: string | null;
}

/** By ETag, and by date too where both are sent. `lastModified` is an HTTP date or an instant; null for none. */
export function isSameCopy({ tags, since }: ClientCopy, etag: string, lastModified: string | null): boolean {
  if (tags === null) return false;
  const matches = tags === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
  if (!matches || since === null || lastModified === null) return matches;
  return Date.parse(since) >= Date.parse(lastModified);
}
