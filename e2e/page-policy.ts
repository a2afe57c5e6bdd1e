/** What a browser refuses of a page, and what the policy of every page says. */
import { expect, type Page, type Response } from "@playwright/test";

/** Fills up while the page is used: what its policy refused, what React found different, and what threw. */
export function whatIsRefused(page: Page): string[] {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|hydrat/i.test(message.text()))
      refused.push(`${page.url()} ${message.text()}`);
  });
  page.on("pageerror", (error) => refused.push(`${page.url()} ${error}`));
  return refused;
}

/** A press is answered by what the page's scripts do. The theme was not chosen before. */
export async function expectAlive(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Theme:/ })
    .first()
    .click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
}

export function expectPolicy(response: Response | null): void {
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).toMatch(/script-src 'self'( 'sha256-[^']+')*;/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
}
