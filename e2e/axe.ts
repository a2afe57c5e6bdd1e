/** What axe has against a page: by every rule in the light theme, and in the dark one by those that see colours. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Nothing else of a page is another in another theme. */
const colourRules = ["color-contrast", "link-in-text-block"];

// What is well need not be gathered; and no page of ours has frames of others, for which axe would open a page.
const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();

async function complaints(chosen: AxeBuilder): Promise<string[]> {
  const { violations } = await chosen.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** `what` names the state of the page where a test looks at several. */
export async function expectNoComplaint(page: Page, what?: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  expect(await complaints(axe(page).withTags(rules)), what).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await complaints(axe(page).withRules(colourRules)), `${what ?? ""} dark`).toEqual([]);
}
