import { expect, test } from "vitest";
import type { Line } from "./access-log.ts";
import { logConsole } from "./console-log.ts";

function world() {
  const lines: Line[] = [];
  const target = { ...console };
  logConsole((line) => void lines.push(line), target);
  return { lines, target };
}

test("what the app says becomes a line of the log", () => {
  const { lines, target } = world();
  target.log("Ready in", 20, "ms");
  target.error("Failed");
  expect(lines).toMatchObject([
    { lvl: "debug", msg: "console", said: "Ready in 20 ms" },
    { lvl: "error", msg: "console", said: "Failed" },
  ]);
});

test("an error keeps its kind and its places, and none of the values that somebody gave", () => {
  const { lines, target } = world();
  const cause = new Error("UNIQUE constraint failed: users.email for ann@example.org");
  const error = Object.assign(new Error("Failed query: insert\nparams: ann@example.org,secret", { cause }), {
    digest: "4711",
  });
  target.error(error, { password: "secret" });
  const said = String(lines[0]?.said);
  expect(lines[0]?.digest).toBe("4711");
  expect(said).toMatch(
    /^Error: Failed query: insert \(because Error: UNIQUE constraint failed: users.email for \(e-mail\)\)\n\s+at /,
  );
  expect(said).not.toMatch(/ann@|secret/);
});
