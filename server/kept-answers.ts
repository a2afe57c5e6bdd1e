/**
 * Whole answers that are kept for whoever asks the same: bounded in bytes, the one unasked for longest goes first, and
 * none lives long. Every key names the revision of the record that it was made from, so an old answer is never found
 * again; when the revision moves, all of them go at once.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip as gzipWithCallback } from "node:zlib";

const gzip = promisify(gzipWithCallback);

export interface WholeAnswer {
  status: number;
  /** What belongs to the answer whoever reads it; not length and encoding, and nothing of one request. */
  headers: readonly [name: string, value: string | readonly string[]][];
  body: Buffer;
  etag: string;
  /** As an HTTP date; null where the answer does not say. */
  lastModified: string | null;
  /** The body packed with gzip, made when the first reader takes it; null where packing gains nothing. */
  packed: (() => Promise<Buffer>) | null;
}

/** In bytes and milliseconds. */
export interface KeptLimits {
  bytes: number;
  /** An answer larger than this goes out as it comes and is not kept. */
  answerBytes: number;
  ageMs: number;
}

/** The tag of a body that brought none. */
export const tagOf = (body: Buffer): string =>
  `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

/** Packs once, whoever asks. */
export function packOnce(body: Buffer): () => Promise<Buffer> {
  let packed: Promise<Buffer> | undefined;
  return () => {
    packed ??= gzip(body);
    return packed;
  };
}

export interface KeptAnswers {
  find(key: string, ms: number): WholeAnswer | null;
  /** `madeAt`: when its making began, at which `revision`; an answer of an earlier revision is not kept. */
  keep(key: string, answer: WholeAnswer, madeAt: number, revision: string): void;
  /** To be told before each look: what was made from another revision goes. */
  revisionIs(revision: string): void;
  /** What is held at the moment, in bytes. */
  size(): number;
}

/** About what an entry takes: its text packed is less than half as long again, its key has two bytes a letter. */
const sizeOf = (key: string, { body, headers, packed }: WholeAnswer): number =>
  body.length * (packed ? 1.5 : 1) + key.length * 2 + headers.length * 100 + 500;

/** Empty; times are milliseconds of one clock. */
export function createKeptAnswers({ bytes, ageMs }: KeptLimits): KeptAnswers {
  const kept = new Map<string, { answer: WholeAnswer; size: number; madeAt: number }>();
  let held = 0;
  let current = "";
  const drop = (key: string) => {
    held -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    find(key, ms) {
      const entry = kept.get(key);
      if (!entry) return null;
      kept.delete(key);
      if (ms - entry.madeAt > ageMs) {
        held -= entry.size;
        return null;
      }
      // Put back at the end: the map keeps the order in which answers were last asked for.
      kept.set(key, entry);
      return entry.answer;
    },
    keep(key, answer, madeAt, revision) {
      if (revision !== current) return;
      drop(key);
      const size = sizeOf(key, answer);
      kept.set(key, { answer, size, madeAt });
      held += size;
      for (const oldest of kept.keys()) {
        if (held <= bytes) return;
        drop(oldest);
      }
    },
    revisionIs(revision) {
      if (revision === current) return;
      current = revision;
      kept.clear();
      held = 0;
    },
    size: () => held,
  };
}
