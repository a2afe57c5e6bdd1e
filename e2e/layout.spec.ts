/** Nothing moves while a page arrives, and a finger reaches what a mouse does. */
import { expect, test } from "@playwright/test";

const most = 0.02;

for (const width of [1440, 390]) {
  for (const path of [
    "/",
    "/timeline?on=2024-05-14",
    "/agreements",
    "/agreements/ukraine-luxembourg-security-2024",
  ]) {
    test(`nothing shifts while it loads: ${path} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => {
        const seen = { shift: 0 };
        Object.assign(window, { seen });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[])
            if (!entry.hadRecentInput) seen.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      // Slow enough for the fonts to come after the text; on a phone a line more or less depends on its own fonts.
      if (width > 860) {
        const network = await page.context().newCDPSession(page);
        await network.send("Network.emulateNetworkConditions", {
          offline: false,
          latency: 60,
          downloadThroughput: 9e6 / 8,
          uploadThroughput: 1.5e6 / 8,
        });
      }
      await page.goto(path, { waitUntil: "networkidle" });
      await page.evaluate(() => document.fonts.ready);
      const shift = await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
      console.log(`${path} at ${width} px: layout shift ${shift.toFixed(4)}`);
      expect(shift).toBeLessThan(most);
    });
  }
}

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a tap on the rail goes to its day, a tap on a mark offers the day", async ({ page }) => {
    await page.goto("/timeline?on=2024-07-20");
    const rail = await page.getByRole("slider", { name: "As of date" }).boundingBox();
    if (!rail) throw new Error("The slider is not on the page");
    await page.touchscreen.tap(rail.x + rail.width / 2, rail.y + rail.height / 2);
    await expect(page).toHaveURL(/on=2025-/);
    const row = page.locator("#lane-ukraine-luxembourg-security-2024");
    await row.scrollIntoViewIfNeeded();
    await expect(page.locator("ol.lane-list[tabindex='-1']")).toBeVisible();
    const mark = await row.locator("use.s-signed").first().boundingBox();
    if (!mark) throw new Error("The mark is not on the page");
    await page.touchscreen.tap(mark.x + mark.width / 2, mark.y + mark.height / 2);
    await expect(page.locator(".event-popover")).toContainText("Signed 10 Jul 2024");
    await page.getByText("Show this day").tap();
    await expect(page).toHaveURL(/on=2024-07-10/);
  });
});
