/** Every kind of page, looked at once: its policy, what axe has against it, narrow, spaced out, and whether it comes alive. */
import { expect, type Page, test } from "@playwright/test";
import { expectNoComplaint } from "./axe.ts";
import { expectAlive, expectPolicy, whatIsRefused } from "./page-policy.ts";
import { pages } from "./pages.ts";

/** WCAG 1.4.12, as its own text gives the numbers. */
const spaced =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }";

async function expectNothingSideways(page: Page, width: number, what: string): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  const widths = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(widths, what).toEqual([width, width]);
}

for (const { name, path, status = 200 } of pages) {
  test(`the page is within its policy, open to everybody, whole when narrow, and alive: ${name}`, async ({
    page,
  }) => {
    const refused = whatIsRefused(page);
    const response = await page.goto(path, { waitUntil: "load" });
    expect(response?.status()).toBe(status);
    expectPolicy(response);

    await expectNoComplaint(page);

    await expectNothingSideways(page, 320, "at 320 px");
    // A style element would be the page's own, which the policy of the pages does not allow.
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, spaced);
    await expectNothingSideways(page, 390, "spaced out");

    await page.setViewportSize({ width: 1440, height: 900 });
    await expectAlive(page);
    expect(refused).toEqual([]);
  });
}
