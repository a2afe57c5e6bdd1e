import { describe, expect, test } from "vitest";
import { checkPassword, readEmail, readName } from "./person.ts";

describe("passwords", () => {
  test.each([
    ["short", "password-short"],
    ["11characters".slice(1), "password-short"],
    ["a".repeat(201), "password-long"],
    ["aaaaaaaaaaaa", "password-common"],
    ["abababababab", "password-common"],
    ["123456789012", "password-common"],
    ["987654321098", "password-common"],
    ["qwertyuiop[]", "password-common"],
    ["qwertyuiopas", "password-common"],
    ["1qaz2wsx3edc", "password-common"],
    ["password1234", "password-common"],
    ["Password123!", "password-common"],
    ["P@ssw0rd2026", "password-common"],
    ["passwordpassword", "password-common"],
    ["adminadmin12", "password-common"],
    ["letmein-welcome", undefined],
    ["editor-password-1", undefined],
    ["p-a-s-s-w-o-r-d", "password-common"],
    ["pass-pass-pass", "password-common"],
    ["iloveyou1234", "password-common"],
    ["SummerSunshine2026", "password-common"],
    ["correct horse battery staple", undefined],
    ["Zürich-Luzern-Bern", undefined],
    ["xK4!vn92_Lq0", undefined],
    ["пароль не для всех", undefined],
  ])("%s: %s", (password, guard) => {
    const check = () => checkPassword(password, "someone@example.org");
    if (guard === undefined) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: "rule-broken", guard }));
  });

  test("the own e-mail address is none", () => {
    expect(() => checkPassword("Someone@Example.org", "someone@example.org")).toThrow();
  });
});

test("e-mail addresses are compared in one form", () => {
  expect(readEmail("  Olena.K@Example.ORG ")).toBe("olena.k@example.org");
  for (const text of ["", "a@", "a b@example.org", `${"a".repeat(250)}@example.org`, "a@b\n.org"]) {
    expect(() => readEmail(text)).toThrow(expect.objectContaining({ guard: "email" }));
  }
});

test("a name is one line that says what it seems to say", () => {
  expect(readName(" Olena   Kovalenko ")).toBe("Olena Kovalenko");
  expect(readName("Саша О’Ніл")).toBe("Саша О’Ніл");
  for (const text of ["", "  ", "a\u202eb", "a\u200bb", "a\u0000b", "x".repeat(81)]) {
    expect(() => readName(text)).toThrow(expect.objectContaining({ guard: "name" }));
  }
});
