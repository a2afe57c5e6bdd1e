/** Users and their rights: signing in and out, links that work once, and what each role sees. */
import { expect, test } from "@playwright/test";
import { paths } from "#domain/paths.ts";
import { fillSignIn, signIn, userOf } from "./people.ts";

test("a reader signs in, comes back to where they were, and signs out", async ({ page, context }) => {
  const editor = userOf("editor");
  await page.goto(paths.signIn("/agreements?party=UA"));
  await fillSignIn(page, { ...editor, password: "not the password" });
  await expect(page.getByLabel("Password")).toBeFocused();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/not right/);
  await expect(page.getByLabel("E-mail address")).toHaveValue(editor.email);

  await fillSignIn(page, editor);
  await expect(page).toHaveURL("/agreements?party=UA");
  const cookie = (await context.cookies()).find(({ name }) => name === "__Host-session");
  expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });

  await page.locator(".name-menu summary").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test("a signed-in page is kept in no cache", async ({ page }) => {
  await signIn(page, "editor");
  const response = await page.goto("/");
  expect(response?.headers()["cache-control"]).toMatch(/private.*no-store/);
});
