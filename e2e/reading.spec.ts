/** Reading works without JavaScript: whole pages, links and forms. */
import { expect, test } from "@playwright/test";
import { pages } from "./pages.ts";

test.use({ javaScriptEnabled: false });

for (const { name, path, status = 200 } of pages) {
  test(`is whole without JavaScript: ${name}`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(status);
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page.locator("h1")).not.toBeEmpty();
    await expect(page.locator("main")).toBeVisible();
    expect(await page.title()).toMatch(/.+ · Accords$|^Accords/);
  });
}

test("the as-of form, the filters and the sort links change the view", async ({ page }) => {
  await page.goto("/timeline");
  await page.locator('input[type="date"][name="on"]:visible').first().fill("2024-05-14");
  await page.locator('input[type="date"][name="on"]:visible').first().press("Enter");
  await expect(page).toHaveURL(/\/timeline\?.*on=2024-05-14/);
  await expect(page.locator("h1")).toHaveText(/Nine signed/);

  await page.goto("/agreements?on=2024-05-14");
  const firstSlug = () => page.locator("tbody tr a[href^='/agreements/']").first().getAttribute("href");
  const before = await firstSlug();
  await page
    .getByRole("columnheader", { name: /Signed/ })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(/sort=/);
  expect(await firstSlug()).not.toBe(before);
});
