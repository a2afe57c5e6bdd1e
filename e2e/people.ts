/** The users that server/end-to-end.js has had made, and how a test becomes one of them. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
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

/** A user of a test's own, made beside the running server as an operator does it. */
export async function addUser(name: string, role: TestUser["role"]): Promise<Omit<TestUser, "token">> {
  const email = `${name}-${randomBytes(4).toString("hex")}@example.org`;
  const password = randomBytes(12).toString("base64url");
  const words = ["server/user.js", "add", email, "--role", role, "--password-stdin"];
  const child = spawn(process.execPath, words, { stdio: ["pipe", "ignore", "inherit"] });
  child.stdin.end(password);
  const code = await new Promise((done) => child.once("close", done));
  expect(code).toBe(0);
  return { email, password, role };
}
