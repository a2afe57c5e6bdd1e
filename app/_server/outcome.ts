/**
 * Keeps what became of a form until the page that comes next has told it, once, whichever node shows it. So nothing
 * that was typed and no secret stands in an address, and no address can make a page say what is not so. What is kept
 * is sealed: only whoever has the address can read it.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { FormOutcome } from "#components/form-outcome.ts";
import type { Database } from "#db/database.ts";

const keptForMs = 60_000;

type Notes = Pick<Database, "shared">;

/** The name of a note and the key to it, both made of what stands in the address. */
const nameOf = (id: string): string => createHash("sha256").update(`name ${id}`).digest("hex");
const keyOf = (id: string): Buffer => createHash("sha256").update(`key ${id}`).digest();
/** A key seals one text only, so the counter may begin at nothing. */
const counter = Buffer.alloc(12);

function seal(id: string, text: string): string {
  const cipher = createCipheriv("aes-256-gcm", keyOf(id), counter);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([cipher.getAuthTag(), sealed]).toString("base64url");
}

function unseal(id: string, note: string): string {
  const bytes = Buffer.from(note, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(id), counter);
  decipher.setAuthTag(bytes.subarray(0, 16));
  return decipher.update(bytes.subarray(16), undefined, "utf8") + decipher.final("utf8");
}

/** The path of a page that is to tell it. */
export async function pageTelling({ shared }: Notes, path: string, outcome: FormOutcome): Promise<string> {
  const id = randomBytes(16).toString("base64url");
  await shared.leaveNote(nameOf(id), seal(id, JSON.stringify(outcome)), keptForMs);
  return `${path}${path.includes("?") ? "&" : "?"}told=${id}`;
}

/** What a page has to tell, by the word `told` of its address; null when it was told or never was. */
export async function takeOutcome({ shared }: Notes, id: string | undefined): Promise<FormOutcome | null> {
  const note = id === undefined ? null : await shared.takeNote(nameOf(id));
  return id === undefined || note === null ? null : JSON.parse(unseal(id, note));
}
