/** On paper: where and when a sheet was printed, with script and without, and rows that stay whole. */
import { expect, test } from "@playwright/test";

const sheets = [
  "/agreements?party=UA&on=2024-05-14",
  "/timeline?on=2024-05-14",
  "/agreements/ukraine-luxembourg-security-2024?on=2024-05-14",
  "/countries/ua?on=2024-05-14",
];

for (const path of sheets)
  test(`a sheet says its address and clocks, and no row is split: ${path}`, async ({ browser }) => {
    for (const javaScriptEnabled of [true, false]) {
      // Chromium asks for the width of a sheet before it has read which way round it lies: paper is never a phone.
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 794, height: 700 } });
      const page = await context.newPage();
      await page.goto(path);
      await page.emulateMedia({ media: "print" });
      const foot = page.locator(".print-foot").first();
      if (javaScriptEnabled) {
        await expect(foot).toBeHidden();
        const margins = () =>
          page.evaluate(() =>
            ["--print-left", "--print-right"].map((name) =>
              document.documentElement.style.getPropertyValue(name),
            ),
          );
        await expect.poll(async () => (await margins()).join(" ")).toContain("As of 14 May 2024");
        expect((await margins())[0]).toContain("on=2024-05-14");
      } else {
        await expect(foot).toBeVisible();
        await expect(foot).toContainText("on=2024-05-14");
        await expect(foot).toContainText("As of 14 May 2024");
      }
      await expect(page.locator(".site-header")).toBeHidden();
      for (const head of await page.locator(".status-table thead").all()) await expect(head).toBeVisible();
      const rows = page.locator(".t tbody tr, .lane-row, .log > li, .rows > li");
      expect(await rows.count()).toBeGreaterThan(0);
      const breaks = await rows.evaluateAll((all) => all.map((row) => getComputedStyle(row).breakInside));
      expect(new Set(breaks)).toEqual(new Set(["avoid"]));
      await context.close();
    }
  });
