import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isFromHere } from "./origin.ts";

beforeEach(() => void vi.stubEnv("APP_URL", "https://accords.example.org"));
afterEach(() => void vi.unstubAllEnvs());

const from = (headers: Record<string, string>) =>
  isFromHere(new Request("https://accords.example.org/sign-in", { method: "POST", headers }));

test.each([
  [{ "sec-fetch-site": "same-origin", origin: "https://accords.example.org", cookie: "a=b" }],
  [{ origin: "https://accords.example.org", cookie: "a=b" }],
  [{ "sec-fetch-site": "none", origin: "https://accords.example.org" }],
  [{}],
  [{ cookie: "a=b; a-session=c" }],
])("%j is from here", (headers) => {
  expect(from(headers as Record<string, string>)).toBe(true);
});

test.each([
  [{ "sec-fetch-site": "cross-site", origin: "https://accords.example.org" }],
  [{ "sec-fetch-site": "same-site", origin: "https://evil.example.org" }],
  [{ "sec-fetch-site": "none" }],
  [{ origin: "null" }],
  [{ origin: "https://accords.example.org.evil.example" }],
  [{ origin: "http://accords.example.org" }],
  [{ origin: "https://accords.example.org:8443" }],
  [{ origin: "" }],
  [{ cookie: "a=b; __Host-session=c" }],
  [{ cookie: "session=c" }],
])("%j is not", (headers) => {
  expect(from(headers as Record<string, string>)).toBe(false);
});
