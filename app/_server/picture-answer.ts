/** Pictures as answers: SVG that no script can hide in, and PNG, kept while the drawing stays the same. */
import { createHash } from "node:crypto";
import type { Answer } from "./endpoint.ts";
import { rasterise } from "./rasterise.ts";

/** A policy under which an SVG that is opened by itself can do nothing. */
const sandboxed = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const named = (name: string) => ({ "content-disposition": `inline; filename="${name}"` });

export const asSvg = (svg: string, name: string): Answer => ({
  body: svg,
  contentType: "image/svg+xml; charset=utf-8",
  headers: { ...named(`${name}.svg`), "content-security-policy": sandboxed },
});

const key = Symbol.for("accords.pictures");
const most = 64;

/** The last pictures by the hash of their drawing; the oldest goes first. */
function kept(): Map<string, Buffer> {
  const held = globalThis as { [key]?: Map<string, Buffer> };
  held[key] ??= new Map();
  return held[key];
}

/** The same drawing as a PNG of the given width in pixels. */
export function asPng(svg: string, width: number, name: string): Answer {
  const pictures = kept();
  const hash = createHash("sha256").update(`${width}\n${svg}`).digest("base64url");
  const png = pictures.get(hash) ?? rasterise(svg, width);
  pictures.delete(hash);
  pictures.set(hash, png);
  for (const oldest of pictures.keys()) {
    if (pictures.size <= most) break;
    pictures.delete(oldest);
  }
  return {
    body: new Uint8Array(png),
    contentType: "image/png",
    etag: `"${hash.slice(0, 27)}"`,
    headers: { ...named(`${name}.png`), "cross-origin-resource-policy": "cross-origin" },
  };
}
