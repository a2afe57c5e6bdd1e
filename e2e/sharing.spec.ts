/** Shared views: frozen under their hash, drawn, followed, embedded, and told to search engines. */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { frozenView } from "#domain/frozen-view.ts";
import { apiPaths, embedPaths, paths } from "#domain/paths.ts";
import { expectNoComplaint } from "./axe.ts";
import { signIn } from "./people.ts";

const seed = "/timeline?party=UA&on=2024-05-14";
const luxembourg = "ukraine-luxembourg-security-2024";

test("a frozen view has the hash of its bytes, whoever freezes it, and the browser says so", async ({
  page,
  request,
}) => {
  const made = await request.post(apiPaths.shares(), { data: { path: seed } });
  expect(made.status()).toBe(201);
  const { hash, url } = await made.json();
  const bytes = await (await request.get(apiPaths.share(hash))).body();
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(hash);
  const view = frozenView.parse(JSON.parse(bytes.toString()));
  expect(view).toMatchObject({ clock: { on: "2024-05-14" }, signed: 9 });
  expect((await (await request.post(apiPaths.shares(), { data: { path: seed } })).json()).hash).toBe(hash);
  expect((await request.get(apiPaths.share(hash.slice(0, 22)))).status()).toBe(200);
  await page.goto(new URL(url).pathname);
  await expect(page.locator("h1")).toHaveText(view.title);
  await expect(page.getByText("Nothing has changed since.")).toBeVisible();
  await expect(page.getByText(/this is what was frozen/)).toBeVisible();
  await expectNoComplaint(page);
});

test("what is no view cannot be frozen, and what was never frozen is 404", async ({ request }) => {
  for (const [path, status] of [
    ["/desk", 422],
    ["//elsewhere.example", 400],
    ["/timeline?on=2024-13-40", 400],
    ["/agreements/nothing-here", 404],
  ] as const)
    expect((await request.post(apiPaths.shares(), { data: { path } })).status(), path).toBe(status);
  expect((await request.get(apiPaths.share("0".repeat(64)))).status()).toBe(404);
  expect((await request.get(paths.share("0".repeat(64)))).status()).toBe(404);
});

test("a link previews with the picture of its day, 1200 x 630 and light", async ({ page, request }) => {
  await page.goto(seed);
  const image = await page.locator('meta[property="og:image"]').getAttribute("content");
  const answer = await request.get(image ?? "");
  const png = await answer.body();
  expect(answer.headers()["content-type"]).toBe("image/png");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(150 * 1024);
  expect(image).toContain("on=2024-05-14");
});

test("an embed stands in a page of another origin, and no other page does", async ({
  page,
  baseURL,
  request,
}) => {
  const frames = [embedPaths.timeline(), "/timeline"].map(
    (path) => `<iframe src="${baseURL}${path}"></iframe>`,
  );
  const other = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><title>Elsewhere</title>${frames.join("")}`);
  });
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  try {
    const address = other.address();
    await page.goto(`http://127.0.0.1:${address && typeof address === "object" ? address.port : 0}/`);
    const [embed, refused] = page.frames().slice(1);
    await expect(embed?.locator("h1") ?? page.locator("none")).toHaveText(/signed on/);
    expect(await refused?.locator("h1").count()).toBe(0);
  } finally {
    other.close();
  }
  const answer = await request.get(embedPaths.agreement(luxembourg));
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  expect((await request.get(`/embed/agreements/${luxembourg}?theme=plaid&on=2024-13-40`)).status()).toBe(200);
  const rich = await (await request.get(`/oembed?url=${encodeURIComponent(`${baseURL}/timeline`)}`)).json();
  expect(rich).toMatchObject({ version: "1.0", type: "rich" });
  expect(rich.html).toContain(embedPaths.timeline());
});

test("pages tell search engines what they are, in whole addresses", async ({ page, request, baseURL }) => {
  await page.goto(paths.agreement(luxembourg));
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data).toMatchObject({ "@type": "Legislation", legislationDate: "2024-07-10" });
  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
  expect(canonical).toBe(`${baseURL}${paths.agreement(luxembourg)}`);
  const map = await (await request.get("/sitemap.xml")).text();
  expect(map).toContain(`<loc>${baseURL}${paths.agreement(luxembourg)}</loc>`);
  expect(await (await request.get("/robots.txt")).text()).toContain(`${baseURL}/sitemap.xml`);
});

test("a view is cited with both clocks", async ({ page }) => {
  await page.goto(paths.cite(seed));
  await expect(page.locator("pre").first()).toContainText("As of 14 May 2024");
  await expect(page.locator("pre").first()).toContainText("known=");
  await expectNoComplaint(page);
});

test("without script a view is frozen by a form, and what is no view is told above the form", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(seed);
  await page.getByText("Share", { exact: true }).first().click();
  await page.getByRole("button", { name: "Freeze this view" }).click();
  await expect(page).toHaveURL(/\/s\/[0-9a-f]{64}$/);
  await expect(page.locator("h1")).toHaveText("Nine signed on 14 May 2024");
  await page.goto(paths.freeze());
  await page.getByLabel("Address of the view").fill("/desk");
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Freeze it" }).click();
  expect((await answer).status()).toBe(422);
  await expect(page.getByLabel("Address of the view")).toHaveValue("/desk");
  await context.close();
});

test("an admin withdraws a frozen view for a reason, and its address tells it", async ({ page, request }) => {
  const view = "/timeline?party=LV&on=2024-06-01";
  const { hash } = await (await request.post(apiPaths.shares(), { data: { path: view } })).json();
  await signIn(page, "editor", paths.frozenViews());
  await expect(page.locator("main")).toContainText("admin");
  await expect(page.getByText("Withdraw")).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, "admin", paths.frozenViews());
  const row = page.locator(`[id="${hash}"]`);
  await row.locator("summary").click();
  await row.getByLabel("Reason, which everybody will read").fill("It names a person who asked us not to.");
  await expectNoComplaint(page);
  await row.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Withdrawn." })).toHaveCount(1);
  await expect(row).toContainText("It names a person who asked us not to.");
  expect((await request.get(paths.share(hash))).status()).toBe(410);
  expect((await request.get(apiPaths.share(hash))).status()).toBe(410);
});
