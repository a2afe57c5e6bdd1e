/** Users and their rights: signing in and out, sessions, and what each role sees. */
import { randomBytes } from "node:crypto";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { paths } from "#domain/paths.ts";
import { expectNoComplaint } from "./axe.ts";
import { addUser, fillSignIn, signIn, tokenOf, userOf } from "./people.ts";

const cookieOf = async (context: BrowserContext) =>
  (await context.cookies()).find(({ name }) => name === "__Host-session");

/** Opens a user's forms on `/desk/users`. */
async function openForms(page: Page, email: string) {
  const card = page.getByRole("listitem").filter({ hasText: email });
  await card.getByText("Change").click();
  return card;
}

// Each sign-in costs a hash on purpose, and a busy machine takes its time for it.
test.describe.configure({ timeout: 90_000 });

test("a reader signs in, comes back to where they were, and signs out", async ({ page, context }) => {
  const editor = userOf("editor");
  await page.goto(paths.signIn("/agreements?party=UA"));
  await fillSignIn(page, { ...editor, password: "not the password" });
  await expect(page.getByLabel("Password")).toBeFocused();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/not right/);
  await expect(page.getByLabel("E-mail address")).toHaveValue(editor.email);

  await fillSignIn(page, editor);
  await expect(page).toHaveURL("/agreements?party=UA");
  expect(await cookieOf(context)).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });

  await page.locator(".name-menu summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("signing in, the account and signing out work", async ({ page }) => {
    await signIn(page, "contributor", paths.account());
    await expect(page.getByRole("heading", { name: "Account" })).toBeVisible();
    await page.getByRole("button", { name: "Make a token" }).click();
    await expect(page.getByLabel("Token", { exact: true })).toHaveValue(/^accords_[\w-]{43}$/);
    await page.reload();
    await expect(page.getByLabel("Token", { exact: true })).toHaveCount(0);
    await page.getByRole("button", { name: /^Sign out: .* here/ }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  });
});

test("a wrong form answers with its true status, and another site's form with 403", async ({ request }) => {
  const { email, password } = userOf("editor2");
  const send = (form: Record<string, string>, headers: Record<string, string>) =>
    request.post(paths.signIn(), { form, headers, maxRedirects: 0 });
  const wrong = await send({ email, password: "not the password" }, {});
  expect(wrong.status()).toBe(401);
  expect(wrong.headers()["set-cookie"]).toBeUndefined();
  expect(await wrong.text()).not.toContain("not the password");
  const typed = await request.post(paths.signIn(), { multipart: { email, password: "wrong" } });
  expect(typed.status()).toBe(401);
  expect((await send({ email: "nobody", password }, {})).status()).toBe(422);
  for (const origin of ["https://elsewhere.example", "null", "http://localhost:1"]) {
    const foreign = await send({ email, password }, { origin });
    expect(foreign.status(), origin).toBe(403);
    expect(foreign.headers()["set-cookie"], origin).toBeUndefined();
  }
  expect((await send({ email, password }, { "sec-fetch-site": "cross-site" })).status()).toBe(403);
  for (const next of ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "desk"]) {
    const right = await send({ email, password, next }, { "sec-fetch-site": "same-origin" });
    expect([right.status(), right.headers().location], next).toEqual([303, "/desk"]);
  }
});

test("guessing is answered 429 with Retry-After, even when the guess is right", async ({ request }) => {
  const { email, password } = await addUser("guessed", "contributor");
  const guess = (given: string, address: string) =>
    request.post(paths.signIn(), {
      form: { email, password: given },
      // A forged header must not make a guesser somebody else.
      headers: { "x-forwarded-for": address },
      maxRedirects: 0,
    });
  const statuses: number[] = [];
  for (let round = 0; round < 10; round++)
    statuses.push((await guess("not the password", `192.0.2.${round}`)).status());
  expect(statuses).toEqual(Array(10).fill(401));
  const refused = await guess(password, "192.0.2.99");
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await refused.text()).toContain("Too many attempts");
});

test("a session is never the one that was there before, and a changed cookie is nobody's", async ({
  page,
  context,
}) => {
  const planted = { name: "__Host-session", value: randomBytes(32).toString("base64url") };
  await context.addCookies([{ ...planted, url: "https://localhost/", secure: true }]);
  await signIn(page, "editor2");
  const first = (await cookieOf(context))?.value ?? "";
  expect(first).not.toBe(planted.value);

  // Signing in again begins another session and ends the one of this browser.
  const { email, password } = userOf("editor2");
  const again = await page.request.post(paths.signIn(), {
    form: { email, password },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  expect(again.status()).toBe(303);
  const second = (await cookieOf(context))?.value ?? "";
  expect(second).not.toBe(first);
  const statusWith = async (value: string) => {
    const answer = await page.request.get(paths.account(), {
      headers: { cookie: `__Host-session=${value}` },
      maxRedirects: 0,
    });
    return answer.status();
  };
  await context.clearCookies();
  expect([await statusWith(second), await statusWith(first), await statusWith(planted.value)]).toEqual([
    200, 307, 307,
  ]);
  for (const tampered of [
    `${second.slice(0, -1)}${second.endsWith("A") ? "B" : "A"}`,
    second.slice(1),
    `${second}A`,
    second.toLowerCase(),
    "%00",
    "' or 1=1 --",
    "a".repeat(4_000),
    "",
  ])
    expect(await statusWith(tampered), tampered.slice(0, 60)).toBe(307);
});

test("signing out everywhere ends the sessions of other browsers", async ({ page, browser }) => {
  const user = await addUser("everywhere", "editor");
  const elsewhere = await (await browser.newContext()).newPage();
  for (const one of [page, elsewhere]) {
    await one.goto(paths.signIn(paths.account()));
    await fillSignIn(one, user);
    await expect(one).toHaveURL(paths.account());
  }
  await page.reload();
  await expect(page.getByRole("button", { name: /^Sign out: / })).toHaveCount(2);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL("/sign-in");
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(paths.signIn(paths.account()));
  await elsewhere.context().close();
});

test("a new password is asked for the old one, and ends every other session", async ({ page, browser }) => {
  const user = await addUser("changes", "editor");
  const elsewhere = await (await browser.newContext()).newPage();
  for (const one of [page, elsewhere]) {
    await one.goto(paths.signIn(paths.account()));
    await fillSignIn(one, user);
  }
  const change = async (current: string, chosen: string) => {
    await page.getByLabel("Password of today").fill(current);
    await page.getByLabel("New password").fill(chosen);
    await page.getByRole("button", { name: "Change the password" }).click();
  };
  await change("not the password", "a lane for every pair");
  await expect(page.getByLabel("Password of today")).toBeFocused();
  await expect(page.getByLabel("Password of today")).toHaveAccessibleDescription(/not your password/);
  await change(user.password, "password1234");
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/first that anybody would try/);
  await change(user.password, "a lane for every pair");
  await expect(page.getByRole("status").first()).toContainText("The password is changed");
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.context().close();
});

test("an admin invites somebody, who chooses a password by a link that works once", async ({
  page,
  browser,
}) => {
  await signIn(page, "admin", paths.users());
  const email = `invited-${randomBytes(4).toString("hex")}@example.org`;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("combobox", { name: "Role" }).last().selectOption("editor");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const link = await page.getByLabel(/^Link/).inputValue();

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  await theirs.getByLabel("Name").fill("Invited Somebody");
  await theirs.getByLabel("New password").fill("a lane for every pair");
  await theirs.getByRole("button", { name: "Begin" }).click();
  await expect(theirs).toHaveURL("/desk");
  await expect(theirs.locator(".name-menu summary")).toContainText("Invited Somebody");
  expect((await theirs.goto(link))?.status()).toBe(410);

  // What an admin takes away is gone with the next request.
  await page.goto(paths.users());
  const card = await openForms(page, email);
  await card.getByLabel("Role").selectOption("contributor");
  await card.getByRole("button", { name: "Save the role" }).click();
  await expect(page.getByRole("status").first()).toContainText("contributor from now on");
  await theirs.goto(paths.account());
  await expect(theirs).toHaveURL(/\/sign-in/);
  await fillSignIn(theirs, { email, password: "a lane for every pair" });
  await expect(theirs).toHaveURL(paths.account());
  await page
    .getByRole("listitem")
    .filter({ hasText: email })
    .getByRole("button", { name: "Take access away" })
    .click();
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await fillSignIn(theirs, { email, password: "a lane for every pair" });
  await expect(theirs.getByLabel("Password")).toHaveAccessibleDescription(/not right/);
  await theirs.context().close();
});

test("pages of users are for their role: 307 for nobody, 403 with the role that is needed", async ({
  page,
  browser,
}) => {
  const nobody = await page.request.get(paths.users(), { maxRedirects: 0 });
  expect([nobody.status(), nobody.headers().location]).toEqual([307, "/sign-in?next=%2Fdesk%2Fusers"]);
  for (const name of ["contributor", "editor"] as const) {
    const theirs = await (await browser.newContext()).newPage();
    await signIn(theirs, name);
    const response = await theirs.goto(paths.users());
    expect(response?.status()).toBe(403);
    await expect(theirs.locator("h1")).toHaveText("This page needs the role admin");
    const sent = await theirs.request.post(paths.users(), {
      form: { do: "add", email: "never@example.org", role: "admin" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(sent.status()).toBe(403);
    await theirs.context().close();
  }
  await signIn(page, "admin");
  const list = await page.goto(paths.users());
  expect(list?.status()).toBe(200);
  expect(list?.headers()["cache-control"]).toMatch(/private.*no-store/);
  await expect(page.getByText("never@example.org")).toHaveCount(0);
});

test("a form of another site changes nothing though the cookie comes with it", async ({ page }) => {
  await signIn(page, "admin");
  for (const headers of [{ origin: "https://elsewhere.example" }, { origin: "null" }, {}] as Record<
    string,
    string
  >[]) {
    const sent = await page.request.post(paths.users(), {
      form: { do: "add", email: "forged@example.org", role: "admin" },
      headers,
    });
    expect(sent.status()).toBe(403);
  }
  await page.goto(paths.users());
  await expect(page.getByText("forged@example.org")).toHaveCount(0);
});

test("a reader's page is the same with a dead cookie, and holds nothing of a session", async ({
  request,
}) => {
  const plain = await request.get("/methodology");
  const dead = await request.get("/methodology", { headers: { cookie: "__Host-session=dead" } });
  expect(plain.headers()["set-cookie"]).toBeUndefined();
  // Scripts carry what the page is made of in the order in which it came; `known` moves with the edits of other tests.
  const shown = (html: string) =>
    html.replace(/<script\b[^>]*>.*?<\/script>/gs, "").replace(/known=[\w:.-]+/g, "");
  expect(shown(await dead.text())).toBe(shown(await plain.text()));
  const bearer = await request.get(paths.users(), {
    headers: { authorization: `Bearer ${tokenOf("admin")}` },
    maxRedirects: 0,
  });
  // Pages are for browsers: a token opens the API alone.
  expect(bearer.status()).toBe(307);
});

for (const width of [390, 1440]) {
  test(`axe finds nothing on the pages of users, ${width} px`, async ({ page, browser }) => {
    await page.setViewportSize({ width, height: 900 });
    const check = async (on: Page, what: string) => {
      await expectNoComplaint(on, what);
      const wide = await on.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wide, `${what} scrolls sideways`).toBe(false);
    };
    await page.goto(paths.signIn());
    await check(page, "sign in");
    await fillSignIn(page, { ...userOf("editor"), password: "not the password" });
    await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/not right/);
    await expect(page.getByLabel("Password")).toBeFocused();
    await check(page, "sign in, refused");
    await page.goto(paths.welcome("nothing"));
    await check(page, "dead link");
    const admin = await browser.newContext({ viewport: { width, height: 900 } });
    const desk = await admin.newPage();
    await signIn(desk, "admin", paths.account());
    await desk.getByRole("button", { name: "Make a token" }).click();
    await expect(desk.getByLabel("Token", { exact: true })).toBeVisible();
    await check(desk, "account, token shown");
    await desk.goto(paths.users());
    const card = await openForms(desk, userOf("editor2").email);
    await card.getByRole("button", { name: "New link" }).click();
    await expect(desk.getByLabel(/^Link/)).toBeVisible();
    await check(desk, "users, link shown");
    await page.goto(await desk.getByLabel(/^Link/).inputValue());
    await check(page, "welcome");
    await admin.close();
    await signIn(page, "contributor", paths.users());
    await check(page, "403");
  });
}
