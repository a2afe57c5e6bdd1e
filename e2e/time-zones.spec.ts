/** Dates are calendar dates: two servers in far time zones answer with the same bytes. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "./free-port.js";

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

/** Starts a server and answers with its address once it says that it is ready. */
function start(env: NodeJS.ProcessEnv, servers: ChildProcess[]): Promise<string> {
  const server = spawn(process.execPath, ["server/serve.ts"], { env, stdio: ["ignore", "ignore", "pipe"] });
  servers.push(server);
  let said = "";
  return new Promise((done, fail) => {
    server.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
      const ready = /Accords is ready: (http:\S+)/.exec(said);
      if (ready?.[1]) done(ready[1]);
    });
    server.once("exit", (code) => fail(new Error(`The server ended with code ${code}: ${said}`)));
  });
}

test("the same HTML and JSON in Auckland and in Los Angeles", async ({ request }) => {
  test.setTimeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), "accords-zones-"));
  const servers: ChildProcess[] = [];
  try {
    const base = {
      ...process.env,
      NODE_ENV: "production" as const,
      LOG_LEVEL: "off",
      DATABASE_URL: `file:${join(folder, "zones.db")}`,
    };
    execFileSync(process.execPath, ["server/prepare.ts"], { env: base, stdio: "ignore" });
    const urls: string[] = [];
    for (const TZ of zones) {
      const port = String(await freePort());
      urls.push(await start({ ...base, TZ, PORT: port, APP_URL: `http://localhost:${port}` }, servers));
    }
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
    for (const server of servers) server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
});
