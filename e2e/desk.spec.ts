/** The desk in a browser: the fast path, drafts, and two editors at once. */
import { expect, type Page, test } from "@playwright/test";
import { apiPaths, paths, writePaths } from "#domain/paths.ts";
import { signIn, tokenOf, type UserName } from "./people.ts";

/** An agreement in talks of this test's own, so that tests do not meet each other. */
async function inTalks(page: Page, slug: string): Promise<void> {
  const answer = await page.request.post(writePaths.agreements(), {
    headers: { authorization: `Bearer ${tokenOf("admin")}` },
    data: {
      slug,
      title: `An agreement to try ${slug}`,
      titleNote: null,
      type: "security-agreement",
      profile: "political",
      framework: null,
      sides: [["UA"], ["LU"]],
      tags: [],
      listNumbers: {},
      durationYears: null,
      durationNote: null,
      summary: null,
      legalNote: null,
      statusNote: null,
      acts: [
        {
          kind: "talks",
          actor: "both",
          date: "2026-05-14",
          certainty: "done",
          citations: [{ url: `https://example.org/${slug}/talks` }],
        },
      ],
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** Opens the form of a new act or of the fields; it has the focus as soon as the page listens. */
async function openDesk(
  page: Page,
  user: UserName,
  slug: string,
  open: "act" | "fields" = "act",
): Promise<void> {
  await signIn(page, user, paths.deskAgreement(slug, open));
  await expect(page.getByLabel(open === "act" ? "When" : "Title", { exact: true })).toBeFocused();
}

/** What the page itself would read. */
const readJson = (page: Page, path: string) =>
  page.evaluate(async (address) => (await fetch(address)).json(), path);

const stageOf = async (page: Page, slug: string): Promise<string> =>
  (await readJson(page, apiPaths.agreement(slug))).data.stage.code;

test("with keys alone, a sourced stage change takes less than 20 seconds", async ({ page }) => {
  // Making the agreement and signing in are not what is measured.
  test.slow();
  const slug = "try-fast-path";
  await inTalks(page, slug);
  await signIn(page, "editor", paths.agreement(slug));
  await expect(page.getByRole("link", { name: "Record an act" })).toBeVisible();
  const began = Date.now();
  await page.keyboard.press("n");
  await expect(page.getByLabel("When", { exact: true })).toBeFocused();
  await expect(page.getByRole("radio", { name: /^Signed/ })).toBeChecked();
  await page.keyboard.type("10 jul 2026", { delay: 30 });
  await page.keyboard.press("Tab");
  await page.keyboard.type(`https://example.org/${slug}/signed`, { delay: 30 });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Recorded: Signed, 10 Jul 2026").first()).toBeVisible();
  const seconds = (Date.now() - began) / 1000;
  console.log(`A sourced stage change with keys alone: ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(20);
  expect(await stageOf(page, slug)).toBe("signed");
});

test("what was recorded can be undone from its notice, and the history holds both", async ({ page }) => {
  const slug = "try-undo";
  await inTalks(page, slug);
  await openDesk(page, "editor", slug);
  await page.getByLabel("When", { exact: true }).fill("10 jul 2026");
  await page.getByLabel("Source (web address)").fill(`https://example.org/${slug}/signed`);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  expect(await stageOf(page, slug)).toBe("negotiating");
  const { data } = await readJson(page, apiPaths.history(slug));
  expect(
    data.map(({ verb, reason }: { verb: string; reason: string }) => [verb, reason]).slice(0, 2),
  ).toEqual([
    ["act-withdrawn", "undone"],
    ["act-recorded", null],
  ]);
});

test("an ambiguous day gets two choices, and an act without a source is not recorded", async ({ page }) => {
  const slug = "try-refusals";
  await inTalks(page, slug);
  await openDesk(page, "editor", slug);
  await page.getByLabel("When", { exact: true }).fill("03/04/2026");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("This can mean two days. Which one?")).toBeVisible();
  await expect(page.getByRole("button", { name: "4 March 2026" })).toBeVisible();
  await page.getByRole("button", { name: "3 April 2026" }).click();
  await expect(page.getByText("Friday 3 April 2026, exact day")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const source = page.getByLabel("Source (web address)");
  await expect(source).toBeFocused();
  await expect(source).toHaveAccessibleDescription(/needs one/);
  expect(await stageOf(page, slug)).toBe("negotiating");
});

test("what follows is said in words before anything is recorded", async ({ page }) => {
  const slug = "try-preflight";
  await inTalks(page, slug);
  await openDesk(page, "editor", slug);
  await page.getByLabel("When", { exact: true }).fill("10 jul 2026");
  await expect(page.getByText("With what is typed: Signed since 10 Jul 2026.")).toBeVisible();
  await page.getByLabel("Source (web address)").fill(`https://example.org/${slug}/signed`);
  await expect(page.getByText(/Signed by instruments \d+ → \d+/)).toBeVisible();
  expect(await stageOf(page, slug)).toBe("negotiating");
});

test("a draft survives a reload, a lost network and a lost session", async ({ page, context }) => {
  const slug = "try-draft";
  await inTalks(page, slug);
  await openDesk(page, "editor", slug);
  await page.getByLabel("When", { exact: true }).fill("10 jul 2026");
  const source = page.getByLabel("Source (web address)");
  await source.fill(`https://example.org/${slug}/signed`);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText("Your draft is back.")).toBeVisible();
  await expect(source).toHaveValue(`https://example.org/${slug}/signed`);

  await context.setOffline(true);
  await page.keyboard.press("Escape");
  await source.focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("You are offline, or the server cannot be reached.")).toBeVisible();
  await context.setOffline(false);

  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Your session has ended.")).toBeVisible();
  await expect(source).toHaveValue(`https://example.org/${slug}/signed`);
  await context.addCookies(cookies);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Recorded: Signed, 10 Jul 2026").first()).toBeVisible();
  const { data } = await readJson(page, apiPaths.agreement(slug));
  expect(data.acts.filter(({ kind }: { kind: string }) => kind === "signed")).toHaveLength(1);
});

test("a correction asks for its reason and takes the place of the act", async ({ page }) => {
  const slug = "try-correction";
  await inTalks(page, slug);
  await openDesk(page, "editor", slug);
  await page.getByRole("button", { name: "Correct: Talks, 14 May 2026" }).click();
  await page.getByLabel("When", { exact: true }).fill("15 may 2026");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel("Reason for the correction")).toBeFocused();
  await page.keyboard.type("The source says the 15th.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Corrected: Talks, 15 May 2026").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Correct: Talks, 15 May 2026" })).toBeVisible();
});

test("one key says that nothing new was found", async ({ page }) => {
  const slug = "try-check";
  await inTalks(page, slug);
  await openDesk(page, "editor", slug);
  await expect(page.getByText("Never checked yet.")).toBeVisible();
  await page.getByRole("button", { name: "Record", exact: true }).focus();
  await page.keyboard.press("c");
  await expect(page.getByText("Checked: nothing new.")).toBeVisible();
  await expect(page.getByText(/Last checked/)).toBeVisible();
});

test("who else is writing is shown, and what others record appears without a reload", async ({
  page,
  browser,
}) => {
  const slug = "try-presence";
  await inTalks(page, slug);
  await openDesk(page, "editor2", slug);
  await page.getByLabel("When", { exact: true }).fill("10 jul 2026");
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  const context = await browser.newContext({ baseURL: process.env.E2E_URL ?? "" });
  const other = await context.newPage();
  await openDesk(other, "editor", slug);
  await expect(other.getByText(/is editing this agreement/)).toBeVisible();
  await page.getByLabel("Source (web address)").fill(`https://example.org/${slug}/signed`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Recorded: Signed, 10 Jul 2026").first()).toBeVisible();
  await expect(other.getByRole("button", { name: "Correct: Signed, 10 Jul 2026" })).toBeVisible({
    timeout: 20_000,
  });
  // The untouched form of the other follows: the plausible act is another one now.
  await expect(other.getByRole("radio", { name: /^Took effect/ })).toBeChecked();
  await context.close();
});

test("a new agreement warns of one that may be the same before it is saved", async ({ page }) => {
  await signIn(page, "editor", paths.deskNew());
  await page.getByLabel("Title", { exact: true }).fill("Security cooperation between Ukraine and Spain");
  await page.getByLabel("Side 1").fill("Ukraine");
  await page.getByLabel("Side 2").fill("Spain");
  await page.getByLabel("Type").fill("security-agreement");
  await page.getByLabel("Source (web address)").fill("https://example.org/spain-again");
  await expect(page.getByText("This may be ukraine-spain-security-2024.")).toBeVisible();
  await page.getByRole("button", { name: "Record the agreement" }).click();
  await expect(page).toHaveURL(/\/desk\/agreements\/ukraine-spain-/);
  await expect(page.getByRole("heading", { name: "Record an act" })).toBeVisible();
});

test.describe("two editors at once", () => {
  async function twoDesks(page: Page, slug: string): Promise<[Page, Page]> {
    await inTalks(page, slug);
    const context = await page
      .context()
      .browser()
      ?.newContext({ baseURL: process.env.E2E_URL ?? "" });
    if (!context) throw new Error("There is no second browser.");
    const other = await context.newPage();
    await openDesk(page, "editor", slug, "fields");
    await openDesk(other, "editor2", slug, "fields");
    return [page, other];
  }
  const titleIn = (page: Page) => page.getByLabel("Title", { exact: true });
  const save = (page: Page) => page.getByRole("button", { name: "Save fields" }).click();

  test("different fields both succeed", async ({ page }) => {
    const slug = "try-two-fields";
    const [first, second] = await twoDesks(page, slug);
    await titleIn(first).fill("A better title");
    await second.getByLabel("Tags").fill("tried");
    await save(first);
    await expect(first.getByText("Saved: title")).toBeVisible();
    await save(second);
    await expect(second.getByText("Saved: tags")).toBeVisible();
    const { data } = await readJson(page, apiPaths.agreement(slug));
    expect([data.title, data.tags]).toEqual(["A better title", ["tried"]]);
    // And what the other has saved appears without a reload.
    await expect(titleIn(second)).toHaveValue("A better title");
    await second.context().close();
  });

  test("the same field gives the second a three-way choice, and nothing is lost", async ({ page }) => {
    const slug = "try-same-field";
    const [first, second] = await twoDesks(page, slug);
    await titleIn(first).fill("The first title");
    await titleIn(second).fill("The second title");
    await second.getByLabel("Tags").fill("tried");
    await save(first);
    await expect(first.getByText("Saved: title")).toBeVisible();
    await save(second);
    const panel = second.getByRole("alert").filter({ hasText: "Somebody changed the same" });
    await expect(panel.getByRole("radio", { name: /Original.*An agreement to try/ })).toBeVisible();
    await expect(panel.getByRole("radio", { name: /Theirs.*The first title/ })).toBeVisible();
    const submit = panel.getByRole("button", { name: "Save with these choices" });
    await expect(submit).toBeDisabled();
    await panel.getByRole("radio", { name: /Yours.*The second title/ }).check();
    await submit.click();
    await expect(second.getByText("Saved: title, tags")).toBeVisible();
    const { data } = await readJson(page, apiPaths.agreement(slug));
    expect([data.title, data.tags]).toEqual(["The second title", ["tried"]]);
    const { data: changes } = await readJson(page, apiPaths.history(slug));
    expect(changes.filter(({ verb }: { verb: string }) => verb === "fields-edited")).toHaveLength(2);
    await second.context().close();
  });

  test("an act upon a path that changed meanwhile shows what was recorded, and can still be recorded", async ({
    page,
  }) => {
    const slug = "try-same-acts";
    const [first, second] = await twoDesks(page, slug);
    await second.getByLabel("When", { exact: true }).fill("11 jul 2026");
    await second.getByLabel("Source (web address)").fill(`https://example.org/${slug}/second`);
    await first.getByLabel("When", { exact: true }).fill("10 jul 2026");
    await first.getByLabel("Source (web address)").fill(`https://example.org/${slug}/first`);
    await first.keyboard.press("Control+Enter");
    await expect(first.getByText("Recorded: Signed, 10 Jul 2026").first()).toBeVisible();
    await second.getByRole("button", { name: "Record", exact: true }).click();
    const panel = second.getByRole("alert").filter({ hasText: "The acts changed while you were writing" });
    await expect(panel.getByText("Act recorded: Signed, 10 Jul 2026")).toBeVisible();
    await expect(second.getByLabel("When", { exact: true })).toHaveValue("11 jul 2026");
    await panel.getByRole("button", { name: /Record mine as well/ }).click();
    await expect(second.getByText("Recorded: Signed, 11 Jul 2026").first()).toBeVisible();
    await second.context().close();
  });
});
