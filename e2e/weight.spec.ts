/** Viewer pages stay light (ux.md, section 10): what they load beyond the frame that every Next page has. */
import { gzipSync } from "node:zlib";
import { expect, type Page, type Request, test } from "@playwright/test";
import { paths } from "#domain/paths.ts";
import { signIn } from "./people.ts";

const budgetKb = 30;
const htmlBudgetKb = 25;

/** Gzipped bytes of every script that the page loads without being touched, by address. */
async function scriptsOf(page: Page, path: string): Promise<Map<string, number>> {
  // What another page was still loading is none of this one's.
  await page.goto("about:blank");
  const addresses = new Set<string>();
  const note = (request: Request) => {
    if (request.resourceType() === "script") addresses.add(new URL(request.url()).pathname);
  };
  page.on("request", note);
  await page.goto(path, { waitUntil: "networkidle" });
  page.off("request", note);
  const sizes = [...addresses].map(async (address): Promise<[string, number]> => {
    const body = await (await page.request.get(address)).body();
    return [address, gzipSync(body, { level: 9 }).length];
  });
  return new Map(await Promise.all(sizes));
}

/**
 * Scripts of React and Next themselves: recognised by what is in them, so that a new build needs no new list. React's
 * core and the loader of scripts come in chunks of their own; what Next brings in a chunk of ours counts as ours.
 */
async function isFramework(page: Page, address: string): Promise<boolean> {
  const text = await (await page.request.get(address)).text();
  return (
    /react-dom|__next_f|TURBOPACK_CHUNK_LISTS|app-router|next-router|__CLIENT_INTERNALS|globalThis\.TURBOPACK;/i.test(
      text,
    ) && !/timeline-|accords/i.test(text)
  );
}

for (const path of [
  "/timeline",
  "/agreements/ukraine-luxembourg-security-2024",
  "/countries/ua",
  "/agreements",
]) {
  test(`${path} loads at most ${budgetKb} KB of our own scripts`, async ({ page }) => {
    const scripts = await scriptsOf(page, path);
    let own = 0;
    for (const [address, bytes] of scripts) if (!(await isFramework(page, address))) own += bytes;
    console.log(
      `${path}: ${(own / 1024).toFixed(1)} KB of our own, ${([...scripts.values()].reduce((a, b) => a + b, 0) / 1024).toFixed(1)} KB in all, gzipped`,
    );
    expect(scripts.size).toBeGreaterThan(0);
    expect(own / 1024).toBeLessThanOrEqual(budgetKb);
  });
}

for (const path of ["/", "/agreements", "/timeline"]) {
  test(`${path} is at most ${htmlBudgetKb} KB of HTML`, async ({ request }) => {
    const html = await (await request.get(path)).body();
    const kb = gzipSync(html, { level: 9 }).length / 1024;
    console.log(`${path}: ${kb.toFixed(1)} KB of HTML, gzipped`);
    expect(kb).toBeLessThanOrEqual(htmlBudgetKb);
  });
}

const deskBudgetKb = 120;

test(`the desk loads at most ${deskBudgetKb} KB of our own scripts`, async ({ page }) => {
  await signIn(page, "editor");
  for (const path of [
    paths.desk(),
    paths.deskAgreement("ukraine-luxembourg-security-2024"),
    paths.deskNew(),
  ]) {
    const scripts = await scriptsOf(page, path);
    let own = 0;
    for (const [address, bytes] of scripts) if (!(await isFramework(page, address))) own += bytes;
    console.log(`${path}: ${(own / 1024).toFixed(1)} KB of our own, gzipped`);
    expect(own / 1024).toBeLessThanOrEqual(deskBudgetKb);
  }
});
