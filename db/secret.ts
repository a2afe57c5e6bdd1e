/** Secrets that are handed out once: only their hashes are kept. */
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, in characters that need no escaping in an address or a header. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a secret. It has 256 bits of its own, so no slow hash is needed. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
