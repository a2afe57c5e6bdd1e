import { expect, type Page, test } from "@playwright/test";

const slider = (page: Page) => page.getByRole("slider", { name: "As of date" });
const legend = (page: Page, stage: string) => page.locator(".legend-item", { hasText: stage }).locator("b");

test.beforeEach(async ({ page }) => {
  await page.goto("/timeline?on=2024-05-14");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /14 May 2024/);
});

test("on 14 May 2024 nine are signed and the counts add up to the lanes", async ({ page }) => {
  await expect(page.locator("h1")).toHaveText("Nine signed on 14 May 2024");
  const counts = await page.locator(".legend-item b").allTextContents();
  const lanes = await page.locator(".lane-row").count();
  expect(counts.map(Number).reduce((sum, n) => sum + n, 0)).toBe(lanes);
});

test("] goes to the next event: bubble, counts, lanes and the address together", async ({ page }) => {
  await slider(page).focus();
  await page.keyboard.press("]");
  await expect(slider(page)).not.toHaveAttribute("aria-valuetext", /14 May 2024/);
  const day = (await slider(page).getAttribute("aria-valuetext")) ?? "";
  await expect(page.locator(".bubble")).toHaveText(day.split(",")[0] ?? day);
  await expect(page).toHaveURL(/on=2024-05-(?!14)/);
});

test("the arrow, page, home and end keys move the day; Back undoes a choice", async ({ page }) => {
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /15 May 2024/);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /15 June 2024/);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /2023/);
  await expect(page).toHaveURL(/on=2023/);
  await page.keyboard.press("End");
  await expect(page).not.toHaveURL(/on=/);
  await page.goBack();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /2023/);
});

for (const width of [390, 1440]) {
  test(`handle, line and ends of segments share one x at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const centre = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      if (!box) throw new Error(`${selector} is not on the page`);
      return box.x + box.width / 2;
    };
    const right = async (selector: string) => {
      const boxes = await page
        .locator(selector)
        .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().right));
      return Math.max(...boxes);
    };
    const knob = await centre(".knob");
    const bubble = await centre(".bubble");
    expect(Math.abs(knob - bubble)).toBeLessThanOrEqual(1);
    const ends = await right(
      ".lane-row .lane .seg:not(.ghost), .lane-row .lane rect:not(.ghost):not(.mark *)",
    );
    expect(Math.abs(knob - ends)).toBeLessThanOrEqual(1.5);
  });
}

test("the legend filters by stage and says which is on", async ({ page }) => {
  await legend(page, "Negotiating").click();
  await expect(page).toHaveURL(/stage=negotiating/);
  const count = Number(await legend(page, "Negotiating").textContent());
  await expect(page.locator(".lane-row")).toHaveCount(count);
});

test("without what came next nothing is drawn right of the day", async ({ page }) => {
  await page.getByRole("link", { name: /What came next: on/ }).click();
  await expect(page).toHaveURL(/ghosts=off/);
  await expect(page.locator(".lane-row .ghost")).toHaveCount(0);
});

test("a lane leads to its agreement as of the same day", async ({ page }) => {
  await page.getByRole("link", { name: "Luxembourg", exact: true }).click();
  await expect(page).toHaveURL(/\/agreements\/ukraine-luxembourg-security-2024\?on=2024-05-14/);
});
