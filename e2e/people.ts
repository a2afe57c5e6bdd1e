/** The users that server/end-to-end.js has made, and how a test becomes one of them. */
import { expect, type Page } from "@playwright/test";
import { paths } from "#domain/paths.ts";

export interface TestUser {
  email: string;
  password: string;
  /** For `Authorization: Bearer`. */
  token: string;
  role: "contributor" | "editor" | "admin";
}

export type UserName = "contributor" | "editor" | "editor2" | "admin";

export function userOf(name: UserName): TestUser {
  const users: Record<UserName, TestUser> = JSON.parse(process.env.E2E_USERS ?? "{}");
  if (!users[name]) throw new Error("There are no users; start the tests with `npm run e2e`.");
  return users[name];
}

/** The API token of a user. */
export const tokenOf = (name: UserName): string => userOf(name).token;

/** Fills in the form. What comes then is the caller's to expect. */
export async function fillSignIn(page: Page, { email, password }: Pick<TestUser, "email" | "password">) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs the page in and ends at `next`. */
export async function signIn(page: Page, name: UserName, next = "/"): Promise<void> {
  await page.goto(paths.signIn(next));
  await fillSignIn(page, userOf(name));
  await expect(page).not.toHaveURL(/\/sign-in/);
}
