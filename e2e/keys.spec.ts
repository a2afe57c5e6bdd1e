/** The keys of one letter, the list of them and their switch; the keys of the lanes. */
import { expect, type Page, test } from "@playwright/test";

const lane = (page: Page, name: string) => page.locator(".lane-row").getByRole("link", { name, exact: true });
const popover = (page: Page) => page.locator(".event-popover");

test("g and a letter go to a page, and its title has the focus", async ({ page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page).toHaveURL(/\/timeline$/);
  await expect(page.locator("h1")).toBeFocused();
  await page.goto("/methodology", { waitUntil: "networkidle" });
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/agreements$/);
  await page.goto("/sources", { waitUntil: "networkidle" });
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(/\/$/);
});

test("t, f, d and s lead to the day, the filter, the files and the sharing", async ({ page }) => {
  await page.goto("/agreements", { waitUntil: "networkidle" });
  await page.keyboard.press("t");
  await expect(page.locator("#as-of-day")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator(".as-of summary")).toBeFocused();
  await expect(page.locator("#as-of-day")).toBeHidden();
  await page.keyboard.press("f");
  await expect(
    page
      .getByRole("searchbox", { name: "Search the table" })
      .or(page.getByRole("combobox", { name: "Search the table" })),
  ).toBeFocused();
  await page.locator(".as-of summary").focus();
  await page.keyboard.press("d");
  await expect(page.getByRole("link", { name: "CSV" }).first()).toBeFocused();
  await page.goto("/timeline?on=2024-05-14", { waitUntil: "networkidle" });
  await page.keyboard.press("t");
  await expect(page.locator(".scrubber input[type=date]")).toBeFocused();
});

test("? lists the keys; turned off they do nothing, in fields they are letters", async ({ page }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(list).toBeVisible();
  await list.getByLabel("Use keys of one letter").uncheck();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.reload();
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("searchbox", { name: "Search agreements" })).not.toBeFocused();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(list.getByLabel("Use keys of one letter")).not.toBeChecked();
  await list.getByLabel("Use keys of one letter").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search agreements" });
  await expect(search).toBeFocused();
  await page.keyboard.type("gt?");
  await expect(search).toHaveValue("gt?");
  expect(new URL(page.url()).pathname).toBe("/");
});

test("on a lane: arrows and letters go from lane to lane and walk its events", async ({ page }) => {
  await page.goto("/timeline?on=2024-05-14", { waitUntil: "networkidle" });
  await page.mouse.move(10, 10);
  await lane(page, "Luxembourg").focus();
  await expect(page.locator("ol.lane-list[tabindex='-1']")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(lane(page, "Romania")).toBeFocused();
  await page.keyboard.press("k");
  await expect(lane(page, "Luxembourg")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(popover(page)).toContainText("Proposed 22 Aug 2023");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(popover(page)).toContainText("Signed 10 Jul 2024");
  await expect(popover(page)).toContainText("after the day shown");
  await expect(page.locator("p[role=status]")).toHaveText("Signed, 10 Jul 2024");
  await page.keyboard.press(".");
  await expect(page).toHaveURL(/on=2024-07-10/);
  await page.keyboard.press("Escape");
  await expect(popover(page)).toHaveCount(0);
  await expect(lane(page, "Luxembourg")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/ukraine-luxembourg-security-2024\?on=2024-07-10#reached-signed/);
  await expect(page.locator("#reached-signed")).toBeVisible();
});

test("Esc leaves the lane for the list; Enter opens the agreement", async ({ page }) => {
  await page.goto("/timeline?on=2024-05-14", { waitUntil: "networkidle" });
  await page.mouse.move(10, 10);
  await lane(page, "Luxembourg").focus();
  await expect(page.locator("ol.lane-list[tabindex='-1']")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("ol.lane-list")).toBeFocused();
  await lane(page, "Luxembourg").focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/ukraine-luxembourg-security-2024\?on=2024-05-14$/);
});

test("a mark under the mouse is named, and a click on it goes to its day", async ({ page }) => {
  await page.goto("/timeline?on=2024-07-20", { waitUntil: "networkidle" });
  const row = page.locator("#lane-ukraine-luxembourg-security-2024");
  await row.scrollIntoViewIfNeeded();
  const cell = await row.locator(".cell").boundingBox();
  const mark = await row.locator("use.s-talks").first().boundingBox();
  if (!cell || !mark) throw new Error("The lane is not on the page");
  const [x, y] = [mark.x + mark.width / 2, cell.y + cell.height / 2];
  await page.mouse.move(x - 40, y);
  await expect(page.locator("ol.lane-list[tabindex='-1']")).toBeVisible();
  await page.mouse.move(x, y, { steps: 4 });
  await expect(popover(page)).toContainText("Negotiating 14 May 2024");
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/on=2024-05-14/);
});
