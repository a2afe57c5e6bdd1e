import { expect, test } from "vitest";
import { readUserCommand } from "./user-words.ts";

const read = (line: string) => readUserCommand(line.split(" ").filter(Boolean));

test.each([
  ["list", { verb: "list" }],
  [
    "add a@example.org --role editor --password-stdin",
    { verb: "add", email: "a@example.org", role: "editor", name: undefined, hasPassword: true },
  ],
  [
    "add --role=admin --name Olena a@example.org",
    { verb: "add", email: "a@example.org", role: "admin", name: "Olena", hasPassword: false },
  ],
  ["role a@example.org contributor", { verb: "role", email: "a@example.org", role: "contributor" }],
  ["role a@example.org --role contributor", { verb: "role", email: "a@example.org", role: "contributor" }],
  ["disable a@example.org", { verb: "disable", email: "a@example.org" }],
  ["enable a@example.org", { verb: "enable", email: "a@example.org" }],
  ["token a@example.org", { verb: "token", email: "a@example.org" }],
])("%s", (line, command) => {
  expect(read(line)).toEqual(command);
});

test.each([
  ["", "Say what to do."],
  ["remove a@example.org", "“remove” is no command here."],
  ["constructor", "“constructor” is no command here."],
  ["token", "Say whose: the e-mail address is missing."],
  ["add a@example.org", "Say which role: contributor, editor, admin."],
  [
    "role a@example.org anyone",
    "“anyone” is no role of a user. It must be one of contributor, editor, admin.",
  ],
  ["token a@example.org b@example.org", "“b@example.org” is one word too many."],
  ["list everybody", "“everybody” is one word too many."],
])("“%s” is not understood", (line, sentence) => {
  expect(() => read(line)).toThrow(sentence);
});

test("an option that there is not is named", () => {
  expect(() => read("add a@example.org --password secret")).toThrow(/--password/);
});
