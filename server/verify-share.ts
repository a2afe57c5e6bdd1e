/** Checks a frozen view by itself: the SHA-256 of its canonical bytes is its name. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { openDatabase } from "#db/open-database.ts";
import { shareAt } from "#db/queries/shares.ts";
import { canonicalJson } from "#domain/canonical-json.ts";
import { readHash } from "#domain/frozen-view.ts";

const usage = "Usage: npm run share -- verify HASH|FILE [HASH]";

/** A sentence, and whether all is well. */
interface Finding {
  ok: boolean;
  text: string;
}

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

async function find(hash: string) {
  const db = openDatabase(process.env.DATABASE_URL ?? "");
  try {
    return await shareAt(db, hash);
  } finally {
    await db.close();
  }
}

async function verifyStored(hash: string): Promise<Finding> {
  const share = await find(hash);
  if (!share) return { ok: false, text: `There is no frozen view ${hash} in this database.` };
  const found = hashOf(Buffer.from(share.body));
  if (found !== share.hash)
    return {
      ok: false,
      text: `The frozen view ${share.hash} was changed: its bytes now have the hash ${found}.`,
    };
  return { ok: true, text: `The frozen view ${share.hash} is what was frozen on ${share.recordedAt}.` };
}

/** The hash that a file claims: given beside it, or in its name. */
const claimOf = (file: string, given: string | undefined): string | null =>
  given === undefined
    ? (/[0-9a-f]{22,64}/i.exec(file.split("/").at(-1) ?? "")?.[0]?.toLowerCase() ?? null)
    : readHash(given);

async function verifyFile(file: string, given: string | undefined): Promise<Finding> {
  const bytes = readFileSync(file);
  const found = hashOf(bytes);
  const claim = claimOf(file, given);
  if (claim !== null) {
    return found.startsWith(claim)
      ? { ok: true, text: `${file} has the hash ${found}: it is what was frozen.` }
      : { ok: false, text: `${file} was changed: its bytes have the hash ${found}, not ${claim}.` };
  }
  if (!isCanonical(bytes))
    return {
      ok: false,
      text: `${file} was changed: it is not canonical JSON (RFC 8785). Its hash is ${found}.`,
    };
  const share = await find(found);
  return share
    ? { ok: true, text: `${file} is the frozen view ${found} of this database.` }
    : { ok: false, text: `${file} has the hash ${found}, and no frozen view of this database has it.` };
}

function isCanonical(bytes: Buffer): boolean {
  try {
    return canonicalJson(JSON.parse(bytes.toString("utf8"))) === bytes.toString("utf8");
  } catch {
    return false;
  }
}

const [verb, what, given] = process.argv.slice(2);
if (verb !== "verify" || what === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const hash = readHash(what);
  const finding: Finding = existsSync(what)
    ? await verifyFile(what, given)
    : hash === null
      ? { ok: false, text: `“${what}” is neither a file nor the hash of a frozen view. ${usage}` }
      : await verifyStored(hash);
  console.log(finding.text);
  process.exitCode = finding.ok ? 0 : 1;
}
