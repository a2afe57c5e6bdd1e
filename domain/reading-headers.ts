import { licence } from "./export-columns.ts";

/** The relation of an answer to the licence of its data (RFC 4946), as `Link` has it. */
export const licenceLink = `<${licence.url}>; rel="license"`;

/**
 * The headers of every answer that only reads (contract.md, section 2): open to pages of every origin (the Fetch
 * standard's CORS headers); an edit may change any answer, so every cache asks first (RFC 9111, 5.2.2.4).
 */
export const readingHeaders = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, link, content-disposition",
  "cache-control": "no-cache",
  link: licenceLink,
};
