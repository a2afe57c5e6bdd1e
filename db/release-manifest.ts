/** What stands first in a release: what it holds, and how to tell that it still does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const releaseForm = "accords-release-1";

/** A path inside the release: it can lead nowhere else. */
export const releasePath = /^(?:[a-z0-9_-]+\/)?[A-Za-z0-9_-]+(?:\.[a-z]+)?$/;
const inside = z.string().regex(releasePath);

export const releaseManifest = z.object({
  form: z.literal(releaseForm),
  title: z.string(),
  /** The version of Accords that wrote it, and of the form of its tables. */
  appVersion: z.string(),
  schemaVersion: z.int(),
  /** The record as it was known at this instant, and its day; everything known before is in it too. */
  clock: z.object({ on: z.string(), known: z.string() }),
  licence: z.object({ name: z.string(), url: z.string() }),
  /** Rows by table. */
  counts: z.record(z.string(), z.int()),
  files: z.array(z.object({ path: inside, bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type ReleaseManifest = z.infer<typeof releaseManifest>;

export const manifestFile = "manifest.json";

/** The manifest of the release in a folder. Throws a sentence when there is none. */
export function readReleaseManifest(folder: string): ReleaseManifest {
  const path = join(folder, manifestFile);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(`${folder} is no release: there is no ${manifestFile} in it.`);
  }
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error(`${path} is not the manifest of a release.`);
  }
  const form = z.object({ form: z.string() }).safeParse(read);
  if (form.success && form.data.form.startsWith("accords-release-") && form.data.form !== releaseForm)
    throw new Error(`The release has the form ${form.data.form}, which another version of Accords reads.`);
  const manifest = releaseManifest.safeParse(read);
  if (!manifest.success) throw new Error(`${path} is not the manifest of a release.`);
  return manifest.data;
}
