/** Finds a Chromium that really starts on this machine. Run once, before Playwright and its workers. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

/**
 * @typedef {object} Browser
 * @property {string} source where it comes from, in words
 * @property {string} executablePath
 * @property {string[]} args
 * @property {Record<string, string>} env
 */

/** @typedef {{ source: string, path: string, env?: Record<string, string> }} Candidate */

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  const tried = [];
  for await (const { source, path, env = {} } of candidates()) {
    if (starts(path, env)) return { source, executablePath: path, args: sandboxArgs(), env };
    tried.push(`  ${source}: ${path} does not start`);
  }
  throw new Error(
    [
      "The end-to-end tests need a Chromium, and none that starts was found.",
      ...tried,
      "Install one (Debian and Ubuntu: apt-get install chromium; anywhere: npx playwright install chromium), " +
        "or set CHROMIUM_PATH to the one to use.",
    ].join("\n"),
  );
}

/** @returns {AsyncGenerator<Candidate>} */
async function* candidates() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    yield { source: "CHROMIUM_PATH", path: chosen };
    return;
  }
  const { chromium } = await import("@playwright/test");
  yield* existing("Playwright's own", [chromium.executablePath()]);
  yield* existing("the system's", systemPaths());
  if (process.platform === "linux" && process.arch === "x64") yield* fromPackage();
}

/**
 * @param {string} source
 * @param {string[]} paths
 */
function* existing(source, paths) {
  for (const path of paths) if (existsSync(path)) yield { source, path };
}

function systemPaths() {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ];
}

/**
 * The Chromium that npm installed. A bare system lacks some of its libraries and any font: those come with it.
 * @returns {AsyncGenerator<Candidate>}
 */
async function* fromPackage() {
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath();
  yield { source: "npm's", path };

  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const bin = join(dirname(entry), "../bin");
  const libraries = join(await inflate(join(bin, "al2023.tar.br")), "lib");
  const fonts = await inflate(join(bin, "fonts.tar.br"));
  const env = {
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? fonts,
  };
  yield { source: "npm's, with the libraries and fonts it brings", path, env };
}

/** Chromium refuses its sandbox to root, as in most containers. */
function sandboxArgs() {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

/**
 * @param {string} path
 * @param {Record<string, string>} env
 */
function starts(path, env) {
  try {
    const version = execFileSync(path, ["--no-sandbox", "--headless", "--version"], {
      env: { ...process.env, ...env },
      timeout: 20_000,
      stdio: ["ignore", "pipe", "ignore"],
      encoding: "utf8",
    });
    return /Chrom|Edge/.test(version);
  } catch {
    return false;
  }
}
