/** A fresh installation: no user, no password, and one link for whoever started it. */
import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { type OwnServer, prepareOwnDatabase, startOwnServer } from "./bare-server.ts";

/** The link that the server printed last; waits until there is one. */
async function linkOf({ said }: OwnServer): Promise<string> {
  const links = () => said().match(/http:\S+\/welcome\/\S+/g) ?? [];
  await expect.poll(() => links().length).toBeGreaterThan(0);
  return links().at(-1) ?? "";
}

const userCommand = (url: string, ...words: string[]) =>
  execFileSync(process.execPath, ["server/user.js", ...words], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

test("the first admin is made by the link of the last start, once", async ({ page, request }) => {
  test.setTimeout(90_000);
  const database = prepareOwnDatabase();
  const before = await startOwnServer({ DATABASE_URL: database.url });
  let server = before;
  try {
    const old = await linkOf(before);
    await before.stop();
    server = await startOwnServer({ DATABASE_URL: database.url });
    const link = await linkOf(server);
    const oldAtNewServer = old.replace(before.url, server.url);
    expect((await request.get(oldAtNewServer)).status()).toBe(410);

    // Looking does not use it up, and neither does a password that is refused.
    await page.goto(link);
    await page.goto(link);
    await page.getByLabel("E-mail address").fill("first@example.org");
    await page.getByLabel("Name").fill("First Admin");
    await page.getByLabel("New password").fill("password1234");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByLabel("New password")).toBeFocused();
    await expect(page.getByLabel("Name")).toHaveValue("First Admin");
    await page.getByLabel("New password").fill("a lane for every pair");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page).toHaveURL(`${server.url}/desk`);
    await page.goto(`${server.url}/desk/users`);
    await expect(page.getByRole("heading", { name: "One user" })).toBeVisible();

    expect((await request.get(link)).status()).toBe(410);
    const again = { email: "second@example.org", name: "Second", password: "a lane for every pair" };
    expect((await request.post(link, { form: again })).status()).toBe(410);
    expect(userCommand(database.url, "list").trim().split("\n")).toHaveLength(1);

    // The last admin stays one; a token alone stands on the command's stdout.
    expect(() => userCommand(database.url, "disable", "first@example.org")).toThrow();
    const token = userCommand(database.url, "token", "first@example.org").trim();
    expect(token).toMatch(/^accords_[\w-]{43}$/);
  } finally {
    await server.stop();
    database.remove();
  }
});

test("on a closed network without https the cookie is a plain one, and the page says so", async ({
  request,
}) => {
  test.setTimeout(60_000);
  const database = prepareOwnDatabase();
  const server = await startOwnServer({
    DATABASE_URL: database.url,
    APP_URL: "http://accords.internal",
    ALLOW_INSECURE_HTTP: "1",
  });
  try {
    const token = new URL(await linkOf(server)).pathname;
    expect(await (await request.get(`${server.url}/sign-in`)).text()).toContain("runs without encryption");
    const made = await request.post(server.url + token, {
      form: { email: "first@example.org", name: "First", password: "a lane for every pair" },
      headers: { origin: "http://accords.internal" },
      maxRedirects: 0,
    });
    expect(made.status()).toBe(303);
    expect(made.headers()["set-cookie"]).toMatch(/^session=[\w-]{43}; (?!.*Secure).*HttpOnly; SameSite=Lax/);
  } finally {
    await server.stop();
    database.remove();
  }
});
