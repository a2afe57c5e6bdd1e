/** Dates are calendar dates: two servers in far time zones answer with the same bytes. */
import { expect, test } from "@playwright/test";
import { type OwnServer, prepareOwnDatabase, startOwnServer } from "./bare-server.ts";

const zones = ["Pacific/Auckland", "America/Los_Angeles"];
const addresses = [
  "/api/v1/agreements?on=2024-05-14",
  "/api/v1/summary?on=2024-05-14&rule=kyiv-list",
  "/api/v1/agreements/ukraine-luxembourg-security-2024?on=2024-05-14",
  "/agreements.csv?on=2024-05-14",
  "/agreements?on=2024-05-14",
  "/timeline?on=2024-05-14",
  "/agreements/ukraine-luxembourg-security-2024?on=2024-05-14",
  "/countries/ua?on=2024-05-14",
];

test("the same HTML and JSON in Auckland and in Los Angeles", async ({ request }) => {
  test.setTimeout(90_000);
  const database = prepareOwnDatabase();
  const servers: OwnServer[] = [];
  try {
    for (const TZ of zones) servers.push(await startOwnServer({ TZ, DATABASE_URL: database.url }));
    const urls = servers.map(({ url }) => url);
    for (const address of addresses) {
      const bodies = await Promise.all(urls.map(async (url) => (await request.get(url + address)).text()));
      // The address of the server stands in the answers, in the address of an embed also encoded.
      const [first = "", second = ""] = bodies.map((body, index) => {
        const url = urls[index] ?? "";
        return body.replaceAll(url, "").replaceAll(encodeURIComponent(url), "");
      });
      expect(first.length, address).toBeGreaterThan(300);
      expect(second === first, address).toBe(true);
    }
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
    database.remove();
  }
});
