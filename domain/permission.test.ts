import { expect, test } from "vitest";
import { actions, curator, may, roles } from "./permission.ts";

test("each role may do this and nothing else", () => {
  const table = Object.fromEntries(
    roles.map((role) => [role, actions.filter((action) => may(role, action))]),
  );
  expect(table).toEqual({
    anyone: ["read"],
    contributor: ["read", "propose"],
    editor: ["read", "propose", "record", "correct", "check", "import", "review"],
    admin: [...actions],
  });
});

test("each role may do all that the one before it may", () => {
  for (const [index, role] of roles.entries()) {
    const before = roles[index - 1];
    if (before) for (const action of actions) expect(may(role, action) || !may(before, action)).toBe(true);
  }
});

test("only who administers may administer; the curated record is loaded with every right", () => {
  expect(roles.filter((role) => may(role, "administer"))).toEqual(["admin"]);
  expect(actions.every((action) => may(curator.role, action))).toBe(true);
});
