/** Histories: who changed what and why, in words; and a revert, which is a change like any other. */
import { type Browser, expect, type Page, test } from "@playwright/test";
import { apiPaths, paths } from "#domain/paths.ts";
import { expectNoComplaint } from "./axe.ts";
import { type OwnServer, openOwnServer } from "./own-server.ts";
import { fillSignIn, type UserName } from "./people.ts";

test.describe.configure({ mode: "serial" });

const slug = "ukraine-luxembourg-security-2024";
let server: OwnServer;

/** Sends a write as a user; the revision is the one the server says is the present one unless another is given. */
async function send(
  who: UserName | null,
  path: string,
  body: unknown,
  ifMatch?: string | null,
  method = "POST",
) {
  const seen =
    ifMatch === undefined
      ? (await fetch(`${server.url}${apiPaths.agreement(slug)}`)).headers.get("etag")
      : ifMatch;
  return fetch(`${server.url}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(who === null ? {} : { authorization: `Bearer ${server.users[who].token}` }),
      ...(seen ? { "if-match": seen } : {}),
    },
    body: JSON.stringify(body),
  });
}

const act = {
  kind: "meeting",
  actor: "both",
  date: "2026-10-05",
  certainty: "done",
  place: "Luxembourg",
  participants: [{ name: "A Minister", office: "Minister", side: "LU" }],
  citations: [{ url: "https://example.org/meeting", publisher: "Gazette", publishedOn: "2026-10-06" }],
};

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await openOwnServer();
  const recorded = await send("editor", `${apiPaths.agreement(slug)}/acts`, {
    ...act,
    reason: "announced today",
  });
  expect(recorded.status).toBe(201);
  const { data } = await recorded.json();
  const corrected = await send("editor2", `/api/v1/acts/${data.id}/corrections`, {
    ...act,
    date: "2026-10-06",
    reason: "the day was wrong",
  });
  expect(corrected.status).toBe(201);
  const edited = await send(
    "editor",
    apiPaths.agreement(slug),
    { statusNote: "A meeting took place.", reason: "after the meeting" },
    undefined,
    "PATCH",
  );
  expect(edited.status).toBe(200);
});
test.afterAll(() => server?.close());

async function pageAs(browser: Browser, who: UserName | null, options = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: "en-GB",
    timezoneId: "UTC",
    ...options,
  });
  const page = await context.newPage();
  if (who !== null) {
    await page.goto(paths.signIn(paths.history(slug)));
    await fillSignIn(page, server.users[who]);
    await expect(page).toHaveURL(paths.history(slug));
  }
  return page;
}

async function nameOf(who: UserName): Promise<string> {
  const answer = await fetch(`${server.url}${apiPaths.changes()}`);
  const { data } = await answer.json();
  const edited = data.find(
    ({ verb }: { verb: string }) => verb === (who === "editor" ? "fields-edited" : "act-corrected"),
  );
  return edited.by;
}

test("without JavaScript, a reader sees who changed what, when and why, and nothing to press", async ({
  browser,
}) => {
  const page = await pageAs(browser, null, { javaScriptEnabled: false });
  await page.goto(paths.agreement(slug));
  await page.getByRole("link", { name: "Revision 4" }).click();
  await expect(page).toHaveURL(paths.history(slug));

  const correction = page.locator("#r3");
  await expect(correction.getByRole("heading")).toHaveText("Act corrected");
  await expect(correction).toContainText(`${await nameOf("editor2")}, editor`);
  await expect(correction).toContainText("the day was wrong");
  await expect(correction.locator(".diff > div")).toHaveText([/Date\s*was 5 Oct 2026\s*now 6 Oct 2026/]);
  await expect(correction.locator("time")).toHaveAttribute("datetime", /^2\d{3}-.*Z$/);
  const recording = page.locator("#r2");
  await expect(recording).toContainText("A Minister, Minister (Luxembourg)");
  await expect(recording).toContainText("Gazette, 6 Oct 2026");
  await expect(page.locator("#r4")).toContainText(/Status note\s*was .*\s*now A meeting took place\./);
  await expect(page.getByText("Revert", { exact: true })).toHaveCount(0);
  await expect(page.locator("body")).not.toContainText("@example.org");

  await correction.getByRole("link", { name: "As known just before" }).click();
  await expect(page.locator("main")).toContainText("5 Oct 2026");
  await page.goBack();
  await correction.getByRole("link", { name: "As known just after" }).click();
  await expect(page.locator("main")).toContainText("6 Oct 2026");

  await page.goto(paths.history(slug));
  await page.getByLabel("Show the agreement as known at").selectOption({ index: 3 });
  await page.getByRole("button", { name: "Show", exact: true }).first().click();
  await expect(page).toHaveURL(/known=/);
  await expect(page.locator("main")).not.toContainText("Oct 2026, Luxembourg");
  await page.context().close();
});

test("all changes can be narrowed by kind, writer, agreement and day, and the overview leads there", async ({
  browser,
}) => {
  const page = await pageAs(browser, null, { javaScriptEnabled: false });
  await page.goto(paths.home());
  await expect(page.locator(".home-columns")).toContainText("Act corrected");
  await page.getByRole("link", { name: "All changes" }).click();
  await expect(page).toHaveURL(paths.changes());
  const kinds = async () => page.locator(".change h3").allTextContents();
  expect((await kinds()).slice(0, 3)).toEqual(["Fields edited", "Act corrected", "Act recorded"]);
  await page.getByLabel("Kind of change").selectOption("acts");
  await page.getByLabel("Made by").fill(await nameOf("editor2"));
  await page.getByRole("button", { name: "Show", exact: true }).click();
  expect(await kinds()).toEqual(["Act corrected"]);
  await page.goto(paths.changes(undefined, { agreement: slug }));
  expect(await kinds()).toHaveLength(4);
  await page.goto(paths.changes(undefined, { kind: "people" }));
  expect(await kinds()).toContain("User added");
  expect(await kinds()).not.toContain("API token made");
  await expect(page.locator("body")).not.toContainText("@example.org");
  await page.goto(paths.changes());
  const first = await page.locator(".change").first().getAttribute("id");
  await page.getByRole("link", { name: "Earlier changes" }).click();
  await expect(page.locator(`#${first}`)).toHaveCount(0);
  await expect(page.locator(".change")).not.toHaveCount(0);
  await page.context().close();
});

test("a revert asks who, what was seen and why, and says what stands against it", async () => {
  const { data } = await (await fetch(`${server.url}${apiPaths.history(slug)}`)).json();
  const at = (revision: number) =>
    apiPaths.revert(data.find((one: { revision: number }) => one.revision === revision).sequence);
  const reason = "a test";
  expect((await send(null, at(4), { reason })).status).toBe(401);
  expect((await send("contributor", at(4), { reason })).status).toBe(403);
  expect((await send("editor", at(4), { reason }, null)).status).toBe(428);
  expect((await send("editor", at(4), { reason }, '"r3"')).status).toBe(409);
  expect((await send("editor", at(4), { reason, why: 1 })).status).toBe(400);
  expect((await send("editor", apiPaths.revert(999_999), { reason })).status).toBe(404);
  expect((await send("editor", "/api/v1/changes/x/revert", { reason })).status).toBe(404);
  const loaded = await send("editor", at(1), { reason });
  expect([loaded.status, (await loaded.json()).guard]).toEqual([422, "not-revertible"]);
  const silent = await send("editor", at(4), {});
  expect([silent.status, (await silent.json()).guard]).toEqual([422, "reason-required"]);
  // The act of revision 2 was corrected since.
  const stale = await send("editor", at(2), { reason });
  expect(stale.status).toBe(409);
  expect((await stale.json()).conflicts).toContain("date");
  const rehearsed = await send("editor", `${at(4)}?preflight=true`, { reason });
  expect(rehearsed.status).toBe(200);
  const after = await (await fetch(`${server.url}${apiPaths.history(slug)}`)).json();
  expect(after.data).toHaveLength(4);
  expect(JSON.stringify(after)).not.toContain("@example.org");
});

test("an editor reverts a change with a reason, and the history shows both", async ({ browser }) => {
  const page = await pageAs(browser, "editor");
  await expect(page.locator("#r1").getByText(/withdrawn one by one/)).toBeVisible();
  await page.locator("#r3").getByText("Revert", { exact: true }).press("Enter");
  await page.locator("#r3").getByLabel("Why it is reverted").fill("The first date was right.");
  await page.locator("#r3").getByRole("button", { name: "Revert by a new change" }).press("Enter");
  const made = page.locator("#r5");
  await expect(made.getByRole("heading")).toHaveText("Act corrected, reverting revision 3");
  await expect(made).toContainText("The first date was right.");
  await expect(made).toContainText(/Date\s*was 6 Oct 2026\s*now 5 Oct 2026/);
  await expect(page.locator("#r3")).toBeVisible();

  // What was changed again since is not touched.
  await page.locator("#r3").getByText("Revert", { exact: true }).click();
  await page.locator("#r3").getByLabel("Why it is reverted").fill("Once more.");
  await page.locator("#r3").getByRole("button", { name: "Revert by a new change" }).click();
  await expect(page.locator("#r3").getByRole("alert")).toContainText("changed in between");
  await expect(page.locator("#r6")).toHaveCount(0);
  await page.context().close();
});

/** Signing in is slow on purpose, so one session serves all that only look. */
let session: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>> | undefined;

for (const [name, path] of [
  ["a history that can be reverted", paths.history(slug)],
  ["the changes", paths.changes()],
] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing in ${name}: ${width}`, async ({ browser }) => {
      test.setTimeout(90_000);
      if (session === undefined) {
        const signedIn = await pageAs(browser, "editor2");
        session = await signedIn.context().storageState();
        await signedIn.context().close();
      }
      const look = { viewport: { width, height: 900 }, storageState: session };
      const page = await pageAs(browser, null, look);
      await page.goto(path);
      if (path === paths.history(slug))
        await page.locator("#r5").getByText("Revert", { exact: true }).click();
      await expectNoComplaint(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    });
  }
}
