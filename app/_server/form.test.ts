import { expect, test } from "vitest";
import { readForm } from "./form.ts";

const sent = (body: BodyInit, headers: Record<string, string> = {}) =>
  readForm(new Request("http://localhost/sign-in", { method: "POST", body, headers }));

test("fields of either form of a form are read", async () => {
  const fields = { email: "a@example.org", password: " ü+%26& " };
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.set(name, value);
  for (const body of [new URLSearchParams(fields), multipart]) {
    const field = await sent(body);
    expect([field("email"), field("password"), field("name")]).toEqual([fields.email, fields.password, ""]);
  }
});

test("a file, a body that is no form and a broken one have no fields", async () => {
  const file = new FormData();
  file.set("email", new Blob(["a@example.org"]), "email.txt");
  expect((await sent(file))("email")).toBe("");
  expect((await sent('{"email":"a@example.org"}', { "content-type": "application/json" }))("email")).toBe("");
  expect((await sent("email=a", { "content-type": "multipart/form-data; boundary=x" }))("email")).toBe("");
});

test("a body that says that it is long is not read", async () => {
  const body = new URLSearchParams({ email: "a@example.org" });
  expect((await sent(body, { "content-length": "70000" }))("email")).toBe("");
});
