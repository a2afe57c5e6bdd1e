import { connection } from "next/server";
import { paths } from "#domain/paths.ts";
import { onSite } from "../_server/site.ts";

/** `GET /robots.txt`: everything may be read; the desk and forms of one view in many dresses are not worth it. */
export async function GET(): Promise<Response> {
  await connection();
  const lines = [
    "User-agent: *",
    "Disallow: /desk",
    "Disallow: /sign-in",
    "Disallow: /welcome/",
    "Disallow: /embed/",
    "Allow: /",
    "",
    `Sitemap: ${onSite(paths.sitemap())}`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
