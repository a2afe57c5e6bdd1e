/**
 * `npm run flags`: makes public/flags from the flag-icons package, one small file a country. Run it after that
 * package changes, and commit what it writes.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { optimize } from "svgo";
import { root, say } from "./run.js";

const source = join(root, "node_modules/flag-icons");
const target = join(root, "public/flags");
const manifest = join(root, "components/flag-files.json");

/** A drawing with more bytes than this, mostly a coat of arms, is smaller as a picture. */
const mostBytes = 6 * 1024;
const picture = { width: 80, height: 60 };

/** Two-letter names in the package that are no country: unknown, organisations, islands without a code. */
const notCountries = new Set(["xx", "pc", "cp", "dg", "ic"]);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const drawings = [];
const pictures = [];
for (const file of readdirSync(join(source, "flags/4x3")).sort()) {
  const code = file.slice(0, -".svg".length);
  if (code.length !== 2 || notCountries.has(code)) continue;
  const drawing = readFileSync(join(source, "flags/4x3", file), "utf8");
  const { data } = optimize(drawing, { multipass: true, floatPrecision: 2 });
  if (Buffer.byteLength(data) <= mostBytes) {
    writeFileSync(join(target, file), `${data}\n`);
    drawings.push(code);
  } else {
    // Drawn at four times the size first: edges come out clean.
    const large = await sharp(Buffer.from(drawing), { density: 72 * 4 })
      .png()
      .toBuffer();
    const small = sharp(large).resize(picture.width, picture.height, { fit: "fill" });
    await small.webp({ quality: 90, effort: 6 }).toFile(join(target, `${code}.webp`));
    pictures.push(code);
  }
}
copyFileSync(join(source, "LICENSE"), join(target, "LICENSE.txt"));
writeFileSync(manifest, `${JSON.stringify({ svg: drawings, webp: pictures })}\n`);
say(`Wrote ${drawings.length} drawings and ${pictures.length} pictures to public/flags.`);
