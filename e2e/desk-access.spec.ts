/** Every page of the desk for everybody: axe, narrow screens, targets for fingers, and review with keys alone. */
import { expect, test } from "@playwright/test";
import { apiPaths, paths, writePaths } from "#domain/paths.ts";
import { expectNoComplaint } from "./axe.ts";
import { signIn, tokenOf } from "./people.ts";

const slug = "ukraine-montenegro-security";
const deskPages = [paths.desk(), paths.deskAgreement(slug), paths.deskNew(), paths.review()];

for (const width of [1440, 390]) {
  for (const path of deskPages) {
    test(`axe finds nothing: ${path}, ${width} px`, async ({ page }) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      await page.setViewportSize({ width, height: 844 });
      await signIn(page, "editor", path);
      await expect(page.locator("h1")).toBeVisible();
      await expectNoComplaint(page);
      // The policy of the pages allows everything that the desk does.
      expect(complaints).toEqual([]);
    });
  }
}

test("axe finds nothing in the forms when everything in them is open and wrong", async ({ page }) => {
  test.slow();
  await signIn(page, "editor", paths.deskAgreement(slug, "act"));
  await expect(page.getByLabel("When", { exact: true })).toBeFocused();
  for (const summary of await page.locator("details.more > summary").all()) await summary.click();
  await page.getByRole("button", { name: "Add a participant" }).click();
  await page.getByRole("button", { name: "Add a commitment" }).click();
  await page.getByRole("button", { name: "Cite a source" }).click();
  await page.getByRole("button", { name: "Record", exact: true }).first().click();
  await expect(page.getByLabel("When", { exact: true })).toHaveAccessibleDescription(/Write a date/);
  await expectNoComplaint(page);
  await page
    .getByRole("button", { name: /^Withdraw:/ })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNoComplaint(page);
});

test("nothing scrolls sideways at 320 px, and fingers find their targets", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await signIn(page, "editor", paths.desk());
  for (const path of deskPages) {
    await page.goto(path);
    const { scroll, small } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      small: [
        ...document.querySelectorAll<HTMLElement>(
          "main :is(button, select, .btn, input:not([type=checkbox], [type=radio]))",
        ),
      ]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 44)
        .map((element) => element.outerHTML.slice(0, 120)),
    }));
    expect(scroll, path).toBe(320);
    expect(small, path).toEqual([]);
  }
});

test("the desk reads without script", async ({ browser }) => {
  const signedIn = await browser.newContext({ baseURL: process.env.E2E_URL ?? "" });
  await signIn(await signedIn.newPage(), "editor");
  const context = await browser.newContext({
    baseURL: process.env.E2E_URL ?? "",
    javaScriptEnabled: false,
    storageState: await signedIn.storageState(),
  });
  const page = await context.newPage();
  await page.goto(paths.desk());
  await expect(page.getByRole("heading", { name: /^Overdue/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Montenegro.*expected for/ })).toBeVisible();
  await page.goto(paths.deskAgreement(slug));
  await expect(page.getByRole("heading", { name: "Recorded acts" })).toBeVisible();
  await context.close();
  await signedIn.close();
});

test("readers are sent to sign in, and nothing of the desk is shown to them", async ({ page }) => {
  for (const path of deskPages) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  }
});

test("a letter typed into a field is a letter", async ({ page }) => {
  await signIn(page, "editor", paths.deskAgreement(slug, "act"));
  const place = page.getByLabel("Source (web address)");
  await expect(page.getByLabel("When", { exact: true })).toBeFocused();
  await place.focus();
  await page.keyboard.type("nce1");
  await expect(place).toHaveValue("nce1");
  await expect(place).toBeFocused();
});

test("a contributor proposes, an editor accepts with keys alone, and nobody decides their own", async ({
  page,
  browser,
}) => {
  test.slow();
  const target = "ukraine-kosovo-security";
  const found = await page.request.get(apiPaths.agreement(target));
  const path = found.ok() ? target : slug;
  await signIn(page, "contributor", paths.deskAgreement(path, "act"));
  await expect(page.getByLabel("When", { exact: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: /^Note, no stage change/ }).check();
  await page.getByLabel("When", { exact: true }).fill("12 mar 2026");
  await page.getByLabel("Source (web address)").fill("https://example.org/proposed-meeting");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Proposed: Meeting, 12 Mar 2026", { exact: false }).first()).toBeVisible();
  await page.goto(paths.review());
  await expect(page.getByRole("heading", { name: "My proposals" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Accept/ })).toHaveCount(0);

  const own = await page.request.post(writePaths.proposals(), {
    headers: { authorization: `Bearer ${tokenOf("editor")}` },
    data: { method: "POST", path: writePaths.checks(path), body: { note: "own" }, reason: "own" },
  });
  expect(own.status(), await own.text()).toBe(201);

  const context = await browser.newContext({ baseURL: process.env.E2E_URL ?? "" });
  const editor = await context.newPage();
  await signIn(editor, "editor", paths.review());
  const card = editor.locator(".proposal").filter({ hasText: "Record an act" }).first();
  await expect(card.getByText("What will follow")).toBeVisible();
  await expect(card.getByRole("row", { name: /Kind of act.*meeting/i })).toBeVisible();
  const mine = editor.locator(".proposal").filter({ hasText: "“own”" });
  await expect(mine.getByText("This is your own proposal")).toBeVisible();
  await expect(mine.getByRole("button", { name: /^Accept/ })).toHaveCount(0);
  await expectNoComplaint(editor);
  await editor.locator("h1").click();
  for (
    let step = 0;
    step < 10 && !(await card.evaluate((one) => one.classList.contains("current")));
    step++
  ) {
    await editor.keyboard.press("j");
  }
  await editor.keyboard.press("a");
  await expect(editor.getByText("Accepted and recorded.").first()).toBeVisible();
  await context.close();
});
