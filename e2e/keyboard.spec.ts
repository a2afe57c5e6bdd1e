/** The whole way of a reader with the keyboard alone, and no focus out of sight. */
import { expect, test } from "@playwright/test";

test("skip link, search, table, agreement, source: with keys alone", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  const search = page.getByRole("searchbox", { name: "Search agreements" }).first();
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.type("Luxembourg");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/agreements\?q=Luxembourg/);
  const row = page
    .locator("tbody")
    .getByRole("link", { name: /Luxembourg/ })
    .first();
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/ukraine-luxembourg-security-2024/);
  await expect(page.locator("h1")).toHaveText("Ukraine and Luxembourg");
});

for (const path of [
  "/",
  "/agreements",
  "/timeline?on=2024-05-14",
  "/agreements/ukraine-luxembourg-security-2024",
]) {
  test(`focus is always visible and never under a sticky bar: ${path}`, async ({ page }) => {
    await page.goto(path);
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const active = document.activeElement;
        if (!active || active === document.body) return null;
        const box = active.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return active.outerHTML.slice(0, 200);
        const header = document.querySelector(".site-header")?.getBoundingClientRect().bottom ?? 0;
        const inHeader = active.closest(".site-header, .skip-link, .timeline-bar") !== null;
        return !inHeader && box.bottom <= header ? active.outerHTML.slice(0, 200) : null;
      });
      expect(hidden).toBeNull();
    }
  });
}
