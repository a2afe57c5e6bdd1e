/** A release as one file: a zip (PKWARE's appnote 6.3, with zip64 where it is large) of its folder. */
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import yazl from "yazl";
import { manifestFile, readReleaseManifest, releasePath } from "./release-manifest.ts";

/** Older than what a zip can tell, which is 1980 in every time zone: the same release is the same bytes. */
const packedAt = new Date(0);

/** True for a name under which a release is one file and not a folder. */
export const isZipName = (name: string): boolean => /\.zip$/i.test(name);

/** Packs the files of a release, the manifest first. Throws where `file` exists. */
export async function packRelease(folder: string, file: string): Promise<void> {
  const paths = [manifestFile, ...readReleaseManifest(folder).files.map(({ path }) => path)];
  const zip = new yazl.ZipFile();
  for (const path of paths)
    zip.addFile(join(folder, path), path, { mtime: packedAt, forceDosTimestamp: true, mode: 0o100644 });
  const failed = new Promise<never>((_, reject) => zip.on("error", reject));
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(file, { flags: "wx" })), failed]);
}

/** Unpacks a release into a folder. Throws a sentence for what is no zip, or holds what no release has. */
export async function unpackRelease(file: string, folder: string): Promise<void> {
  const zip = await yauzl.openPromise(file).catch((error: Error) => {
    throw new Error(`${file} cannot be read as a zip: ${error.message}.`);
  });
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName;
      // A path that leads out of the folder is no path of a release (“zip slip”).
      if (!releasePath.test(path)) throw new Error(`${file} is no release: it holds “${path}”.`);
      const to = join(folder, path);
      mkdirSync(dirname(to), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(to, { flags: "wx" }));
    }
  } finally {
    zip.close();
  }
}
