import { expect, test } from "@playwright/test";
import { expectNoComplaint } from "./axe.ts";
import { pages } from "./pages.ts";

for (const { name, path, status = 200 } of pages) {
  test(`axe finds nothing, and nothing scrolls sideways at 320 px: ${name}`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(status);
    await expectNoComplaint(page);
    await page.setViewportSize({ width: 320, height: 700 });
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths).toEqual([320, 320]);
  });
}
