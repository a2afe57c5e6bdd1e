/** Headers that every answer carries, whoever writes it. The content security policy is the pages' own. */

const everywhere: [string, string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** Only the embeds may stand in other people's pages. */
export function securityHeaders(path: string, isHttps: boolean): [string, string][] {
  const headers = [...everywhere];
  if (path.startsWith("/embed/")) headers.push(["Cross-Origin-Resource-Policy", "cross-origin"]);
  else headers.push(["X-Frame-Options", "DENY"]);
  if (isHttps) headers.push(["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]);
  return headers;
}
