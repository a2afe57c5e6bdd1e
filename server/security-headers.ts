/** Headers that every answer carries, whoever writes it; complete-answer.ts adds what depends on the kind of answer. */
import { policyOf } from "./content-policy.ts";

const everywhere: [string, string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** Only the embeds may stand in other people's pages. */
export function securityHeaders(path: string, isHttps: boolean): [string, string][] {
  const headers = [...everywhere];
  const isEmbed = path.startsWith("/embed/");
  headers.push(["Content-Security-Policy", policyOf(path, "text/html")]);
  headers.push(["Cross-Origin-Resource-Policy", isEmbed ? "cross-origin" : "same-origin"]);
  if (!isEmbed) headers.push(["X-Frame-Options", "DENY"]);
  if (isHttps) headers.push(["Strict-Transport-Security", "max-age=31536000; includeSubDomains"]);
  return headers;
}
