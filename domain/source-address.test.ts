import { expect, test } from "vitest";
import { sourceAddressProblem } from "./source-address.ts";

test.each([
  "https://www.president.gov.ua/en/news/1?a=b#c",
  "http://example.org:8080/",
  "https://президент.укр/новини",
  "https://8.8.8.8/",
  "https://[2606:4700::1111]/",
  "https://news.test/a",
])("%s may be a source", (url) => {
  expect(sourceAddressProblem(url)).toBeNull();
});

test.each([
  "http://localhost/",
  "http://localhost./",
  "http://app.localhost/",
  "http://printer.local/",
  "http://intranet/",
  "http://127.0.0.1/",
  "http://127.1/",
  "http://2130706433/",
  "http://0x7f.0.0.1/",
  "http://0177.0.0.1/",
  "http://0.0.0.0/",
  "http://10.0.0.1/",
  "http://100.64.0.1/",
  "http://169.254.169.254/latest/meta-data",
  "http://172.31.255.255/",
  "http://192.168.1.1/",
  "http://224.0.0.1/",
  "http://255.255.255.255/",
  "http://[::]/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:a9fe:a9fe]/",
  "http://[fe80::1]/",
  "http://[fc00::1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[2002:7f00:1::]/",
  "http://metadata.google.internal/",
  "https://user:secret@example.org/",
  "https://example.org\\@127.0.0.1/",
  "http:example.org",
  "http:///example.org",
  "//example.org",
  "ftp://example.org/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/html,a",
  "gopher://example.org",
  "https://example.org/a b",
  "https://example.org/\u202E",
  "",
  `https://example.org/${"a".repeat(2000)}`,
])("%s may not", (url) => {
  expect(sourceAddressProblem(url)).not.toBeNull();
});
