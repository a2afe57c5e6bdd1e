/**
 * The headers of every answer that only reads (contract.md, section 2): open to pages of every origin (the Fetch
 * standard's CORS headers); an edit may change any answer, so every cache asks first (RFC 9111, 5.2.2.4).
 */
export const readingHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, link, content-disposition",
  "cache-control": "no-cache",
};
