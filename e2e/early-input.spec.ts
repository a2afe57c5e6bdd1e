/** What is pressed before the scripts of a page have come is done when they have, and once. */
import { expect, type Page, test } from "@playwright/test";
import { paths } from "#domain/paths.ts";
import { signIn } from "./people.ts";

/** Holds back every script file of the pages to come until the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test("a button, a pasted list and a form that were used before the scripts came", async ({ page }) => {
  await signIn(page, "editor");
  const release = await holdScripts(page);
  await page.goto(paths.deskImport(), { waitUntil: "commit" });
  await page
    .getByRole("button", { name: /^Theme: as the system/ })
    .first()
    .click();
  await page
    .getByLabel("Or paste it")
    .fill("no,title,party1,party2,signed\nE-1,Early,Norway,Portugal,1975-03-04");
  await page.getByRole("button", { name: "Try what is pasted" }).click();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined();
  release();
  await expect(page.getByRole("heading", { name: "Dry run of pasted" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Theme: light/ }).first()).toBeVisible();
});

test("what was typed and chosen is kept, and a form without an address does not leave the page", async ({
  page,
}) => {
  await signIn(page, "editor");
  const release = await holdScripts(page);
  await page.goto(paths.deskNew(), { waitUntil: "commit" });
  await page.getByLabel("Title", { exact: true }).fill("Early");
  await page.getByLabel("Tags").fill("kyiv-list");
  await page.getByLabel("Which acts bind").selectOption({ label: "Treaty" });
  await page.getByLabel("Record its first act with it").check();
  await page.getByRole("button", { name: "Record the agreement" }).click();
  release();
  await expect(page.locator("[aria-invalid=true]").first()).toBeFocused();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Early");
  await expect(page.getByLabel("Tags")).toHaveValue("kyiv-list");
  await expect(page.getByLabel("Which acts bind")).toHaveValue("treaty");
  await expect(page.getByLabel("Record its first act with it")).toBeChecked();
  await expect(page.getByRole("group", { name: /source/i }).first()).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});

test("keys for the slider and for the page", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto("/timeline?on=2024-05-14", { waitUntil: "commit" });
  const slider = page.getByRole("slider", { name: "As of date" });
  await slider.press("ArrowRight");
  await slider.press("ArrowRight");
  release();
  await expect(page).toHaveURL(/on=2024-05-16/);
  await page.goto("/methodology", { waitUntil: "commit" });
  await expect(page.locator("h1")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/agreements$/);
});

test("whenever it is pressed while the page comes alive, it counts once", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  // The page itself presses, at one frame after another: no wait of ours is as fine.
  await page.addInitScript(() => {
    let frames = Number(new URLSearchParams(location.search).get("on")?.slice(-2) ?? 0);
    const press = () => {
      const toggle = document.querySelector<HTMLButtonElement>("button[aria-label^='Theme:']");
      if (!toggle || --frames > 0) requestAnimationFrame(press);
      else toggle.click();
    };
    localStorage.removeItem("theme");
    requestAnimationFrame(press);
  });
  for (const frame of [1, 3, 6, 9, 12, 16]) {
    await page.goto(`/timeline?on=2024-05-${String(frame).padStart(2, "0")}`, { waitUntil: "load" });
    await expect(page.getByRole("button", { name: /^Theme: (light|dark)/ }).first()).toHaveAccessibleName(
      /light/,
    );
  }
});
