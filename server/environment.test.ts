import { expect, test } from "vitest";
import { asVariables, EnvironmentError, readEnvironment } from "./environment.js";

const read = (env: Record<string, string>) => readEnvironment(env, "/srv/accords");

test("everything has a default", () => {
  expect(read({})).toEqual({
    port: 3000,
    appUrl: "http://localhost:3000",
    databaseUrl: "file:/srv/accords/.data/accords.db",
    logLevel: "info",
    trustedProxies: [],
  });
});

test("an empty variable is as good as none", () => {
  expect(read({ PORT: "", APP_URL: "", DATABASE_URL: "", LOG_LEVEL: "", TRUST_PROXY: "" })).toEqual(read({}));
});

test("the public address follows the port", () => {
  expect(read({ PORT: "8080" }).appUrl).toBe("http://localhost:8080");
});

test("variables read back to the same settings", () => {
  const once = read({ PORT: "4000", APP_URL: "https://accords.example.org/", DATABASE_URL: "file:a.db" });
  expect(read(asVariables(once))).toEqual(once);
});

test.each([
  ["file:a.db", "file:/srv/accords/a.db"],
  ["postgres://accords:word@localhost:5432/accords", "postgres://accords:word@localhost:5432/accords"],
  ["postgresql:///accords?host=/run/postgresql", "postgresql:///accords?host=/run/postgresql"],
  ["file:./a/b.db", "file:/srv/accords/a/b.db"],
  ["file:/var/lib/a.db", "file:/var/lib/a.db"],
  ["file:///var/lib/a%20b.db", "file:/var/lib/a b.db"],
])("DATABASE_URL %s is the file %s", (text, expected) => {
  expect(read({ DATABASE_URL: text }).databaseUrl).toBe(expected);
});

test.each([
  ["https://accords.example.org", "https://accords.example.org"],
  ["https://accords.example.org/", "https://accords.example.org"],
  ["https://accords.example.org:8443", "https://accords.example.org:8443"],
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
  ["http://[::1]:3000", "http://[::1]:3000"],
  ["http://accords.localhost", "http://accords.localhost"],
])("APP_URL %s is allowed", (text, expected) => {
  expect(read({ APP_URL: text }).appUrl).toBe(expected);
});

test("plain http beyond this machine has to be asked for", () => {
  expect(() => read({ APP_URL: "http://accords.lan" })).toThrow(/ALLOW_INSECURE_HTTP=1/);
  expect(read({ APP_URL: "http://accords.lan", ALLOW_INSECURE_HTTP: "1" }).appUrl).toBe("http://accords.lan");
});

test.each([
  ["PORT", "0", /from 1 to 65535/],
  ["PORT", "65536", /from 1 to 65535/],
  ["PORT", "80a", /from 1 to 65535/],
  ["PORT", "-1", /from 1 to 65535/],
  ["APP_URL", "accords.example.org", /http:\/\/ or https:\/\//],
  ["APP_URL", "ftp://accords.example.org", /http:\/\/ or https:\/\//],
  ["APP_URL", "https://accords.example.org/app", /nothing after the host/],
  ["APP_URL", "https://accords.example.org?a=1", /nothing after the host/],
  ["APP_URL", "https://me:word@accords.example.org", /nothing after the host/],
  ["DATABASE_URL", "postgres://localhost", /user:password@host:port\/database/],
  ["DATABASE_URL", "postgres://accords:secret@localhost/a/b", /"postgres:\/\/\.\.\.@localhost/],
  ["DATABASE_URL", "postgresql:accords", /user:password@host:port\/database/],
  ["DATABASE_URL", "mysql://localhost/accords", /must be file:/],
  ["DATABASE_URL", "accords.db", /must be file:/],
  ["DATABASE_URL", "file:", /must be file:/],
  ["DATABASE_URL", "file::memory:", /must be file:/],
  ["DATABASE_URL", "file:a.db?mode=ro", /must be file:/],
  ["DATABASE_URL", "file://elsewhere/a.db", /must be file:/],
  ["LOG_LEVEL", "loud", /debug, info, error, off/],
  ["TRUST_PROXY", "proxy.example.org", /CIDR/],
  ["TRUST_PROXY", "10.0.0.0/33", /CIDR/],
])("%s=%s stops with a sentence", (name, value, sentence) => {
  expect(() => read({ [name]: value })).toThrow(EnvironmentError);
  expect(() => read({ [name]: value })).toThrow(sentence);
  expect(() => read({ [name]: value })).toThrow(name);
});

test("a password in a wrong address is not printed", () => {
  for (const name of ["DATABASE_URL", "APP_URL"]) {
    expect(() => read({ [name]: "mysql://me:hunter2@db.example.org/a" })).toThrow(/^((?!hunter2).)*$/s);
  }
});
