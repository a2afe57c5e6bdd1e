/** What stands beside a backup: what it holds and how to tell that it still does. */
import { readFileSync } from "node:fs";
import { z } from "zod";

export const backupReasons = ["asked", "before-migration"] as const;
export type BackupReason = (typeof backupReasons)[number];

export const manifestShape = z.object({
  form: z.literal("accords-backup-1"),
  /** The name of the backup, in the same folder. */
  file: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  madeAt: z.string(),
  reason: z.enum(backupReasons),
  appVersion: z.string(),
  engine: z.literal("sqlite"),
  /** The migrations that the backup has gone through, by their times. */
  schema: z.array(z.int()),
  /** Rows by table. */
  counts: z.record(z.string(), z.int()),
  /** The last row of every chain of the audit log; null where the schema is older than the chain. */
  audit: z
    .object({
      rows: z.int(),
      anchor: z.string(),
      heads: z.array(z.tuple([z.int().nullable(), z.int(), z.string()])),
      /** The first row that was not as it was written when the backup was made. */
      broken: z.object({ sequence: z.int(), reason: z.string() }).nullable(),
    })
    .nullable(),
});
export type Manifest = z.infer<typeof manifestShape>;

/** The manifest that belongs to a backup. */
export const manifestOf = (file: string): string => file.replace(/(\.db)?$/, ".manifest.json");

/** Throws a sentence when there is none, or when it is no manifest. */
export function readManifest(path: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(`There is no manifest ${path}; without it nobody can tell whether a backup is whole.`);
  }
  try {
    return manifestShape.parse(JSON.parse(text));
  } catch {
    throw new Error(`${path} is not the manifest of a backup.`);
  }
}
