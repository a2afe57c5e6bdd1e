/** The policy of every answer, in a real browser: nothing of ours is refused, and what was put into a page does not run. */
import { get } from "node:http";
import { expect, test } from "@playwright/test";
import { expectAlive, expectPolicy, whatIsRefused } from "./page-policy.ts";
import { signIn } from "./people.ts";

for (const { name, path, status } of [
  { name: "sign in", path: "/sign-in", status: 200 },
  { name: "an address that cannot be read", path: "/%ff", status: 400 },
  { name: "a dead link", path: "/welcome/nothing", status: 410 },
])
  test(`no policy is broken and the page comes alive: ${name}`, async ({ page }) => {
    const refused = whatIsRefused(page);
    const response = await page.goto(path, { waitUntil: "load" });
    expect(response?.status()).toBe(status);
    expectPolicy(response);
    if (status !== 400) await expectAlive(page);
    expect(refused).toEqual([]);
  });

test("no policy is broken at the desk", async ({ page }) => {
  test.setTimeout(90_000);
  const refused = whatIsRefused(page);
  await signIn(page, "editor");
  for (const path of [
    "/desk",
    "/desk/review",
    "/desk/import",
    "/desk/agreements/new",
    "/desk/agreements/ukraine-luxembourg-security-2024",
    "/desk/no-such-room",
  ]) {
    const response = await page.goto(path, { waitUntil: "load" });
    const headers = response?.headers() ?? {};
    expect(headers["content-security-policy"], path).toMatch(/script-src 'self'( 'sha256-[^']+')+;/);
    expect(headers["cache-control"], path).toContain("no-store");
  }
  expect(refused).toEqual([]);
});

test("the theme that was chosen is there before the page is drawn", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "dark"));
  await page.goto("/agreements", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a script that got into a page does not run, and a page with links goes on", async ({ page }) => {
  await page.route("**/agreements", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      "</body>",
      '<script>window.ran = 1</script><img src="x" onerror="window.ran = 2"></body>',
    );
    await route.fulfill({ response, body });
  });
  await page.goto("/agreements");
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  await page.getByRole("link", { name: "Timeline" }).first().click();
  await expect(page).toHaveURL(/\/timeline/);
});

test("every kind of answer has the headers, and none tells what it is made with", async ({ request }) => {
  for (const path of [
    "/",
    "/nothing-here",
    "/%ff",
    "/api/v1/health",
    "/api/v1/agreements/nothing",
    "/agreements.csv",
    "/icon.svg",
    "/flags/ua.svg",
    "/agreements/ukraine-luxembourg-security-2024.svg",
  ]) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "referrer-policy": expect.stringMatching(/./),
      "permissions-policy": expect.stringMatching(/camera=\(\)/),
      "content-security-policy": expect.stringMatching(/^default-src 'none'/),
      "cross-origin-resource-policy": expect.stringMatching(path.endsWith(".svg") ? /^cross-/ : /^same-/),
      "x-request-id": expect.stringMatching(/^[\w-]{8,64}$/),
    });
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(headers.server, path).toBeUndefined();
    if (path.endsWith(".svg")) expect(headers["content-security-policy"]).toMatch(/sandbox$/);
  }
});

test("what a client claims about itself or the host is not believed and not repeated", async ({
  request,
}) => {
  const forged = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "gopher",
    "x-forwarded-for": "evil.example",
    "x-middleware-subrequest": "middleware:middleware",
    "x-nextjs-data": "1",
    "x-original-url": "/desk",
    "x-accords-client": "evil.example",
    "next-action": "a".repeat(40),
  };
  for (const path of [
    "/",
    "/api",
    "/countries/UA",
    "/agreements/",
    "/sign-in",
    "/api/v1/openapi.json",
    "/desk",
  ]) {
    const answer = await request.get(path, { headers: forged, maxRedirects: 0 });
    expect(answer.status(), path).toBeLessThan(500);
    expect(JSON.stringify(answer.headers()) + (await answer.text()), path).not.toMatch(
      /evil\.example|gopher/,
    );
  }
});

test("no address leads elsewhere", async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? "");
  for (const path of [
    "//evil.example",
    "//evil.example/",
    "///evil.example//",
    "/\\evil.example/",
    "/%5cevil.example/",
    "/%2f%2fevil.example/",
    "/.//evil.example/",
    "/agreements//evil.example/",
    "/%09/evil.example/",
    "/sign-in?next=//evil.example",
    "/sign-in?next=https://evil.example",
  ]) {
    // As it stands: a browser and `fetch` would tidy the address before they send it.
    const { status, location } = await new Promise<{ status: number; location: string }>((done, fail) => {
      get({ hostname, port, path }, (answer) => {
        answer.resume();
        done({ status: answer.statusCode ?? 0, location: answer.headers.location ?? "/" });
      }).once("error", fail);
    });
    expect(status, path).toBeLessThan(500);
    expect(location, path).toMatch(/^\/(?![/\\])/);
  }
});
