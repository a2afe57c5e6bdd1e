/** A record of thousands of agreements: pages of the table, parts of the timeline, groups, and forms that are refused. */
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { writePaths } from "#domain/paths.ts";
import { expectNoComplaint } from "./axe.ts";
import {
  addUsers,
  type OwnDatabase,
  type OwnServer,
  prepareOwnDatabase,
  startOwnServer,
} from "./bare-server.ts";
import { rowsOfCsv, rowsOfWorkbook } from "./rows-of-forms.ts";

test.describe.configure({ mode: "serial" });

let database: OwnDatabase;
let server: OwnServer;

const countries = [
  "Norway",
  "Portugal",
  "Japan",
  "Kenya",
  "Chile",
  "Canada",
  "Egypt",
  "India",
  "Peru",
  "Malta",
  ..."Albania Algeria Angola Argentina Australia Austria Belgium Brazil Bulgaria Cameroon Colombia Cuba Cyprus Denmark Ecuador Estonia Ethiopia Fiji Finland France Gabon Germany Ghana Greece Hungary Iceland Indonesia Iraq Ireland Israel Italy Jamaica Jordan Kuwait Latvia Lebanon Libya Luxembourg Mexico Morocco Nepal Oman Pakistan Poland Qatar Romania Spain Sweden".split(
    " ",
  ),
];
/** Norway and Portugal have 260 in common, more than one part of the timeline; all are more than its lanes. */
const ofPair = 260;
const all = 5_100;

const day = (number: number) =>
  new Date(Date.UTC(1960, 0, 1) + number * 4 * 86_400_000).toISOString().slice(0, 10);

function list(): string {
  const rows = ["no,title,party1,party2,signed,in force"];
  for (let number = 0; number < all; number++) {
    const one = number % countries.length;
    const other =
      (one + 1 + (Math.floor(number / countries.length) % (countries.length - 3))) % countries.length;
    const pair =
      number < ofPair ? ["Norway", "Portugal"] : [countries[one], countries[(other + 1) % countries.length]];
    const [a, b] = pair[0] === pair[1] ? ["Japan", "Kenya"] : pair;
    rows.push(`${number},Treaty number ${number},${a},${b},${day(number)},${day(number + 90)}`);
  }
  return rows.join("\n");
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  database = prepareOwnDatabase();
  const token = addUsers(database.url).editor.token;
  server = await startOwnServer({ DATABASE_URL: database.url });
  const imported = await fetch(`${server.url}${writePaths.imports()}?dryRun=false`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "text/csv" },
    body: list(),
  });
  expect([imported.status, await imported.text()]).toEqual([201, expect.stringContaining(`"create":${all}`)]);
});
test.afterAll(async () => {
  await server?.stop();
  database?.remove();
});

const lanes = (page: Page) => page.locator(".lane-list > li");
const legend = async (page: Page) => (await page.locator(".legend-item").allInnerTexts()).join(" ");

test("a timeline of more than 200 lanes draws a part, counts all, and goes on to the next", async ({
  page,
}) => {
  await page.goto(`${server.url}/timeline?between=NO,PT`);
  await expect(page.getByText("Lanes 1 to 200 of 260.")).toBeVisible();
  await expect(lanes(page)).toHaveCount(200);
  const counts = await legend(page);
  expect(counts).toContain("260");
  await expectNoComplaint(page);
  // The day moves all counts and goes along to the next part.
  await page.getByRole("slider", { name: "As of date" }).focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/on=19\d\d/);
  await page.getByRole("link", { name: "Next lanes" }).click();
  await expect(page.getByText("Lanes 201 to 260 of 260.")).toBeVisible();
  await expect(page).toHaveURL(/on=19\d\d/);
  await expect(lanes(page)).toHaveCount(60);
  await page.getByRole("link", { name: "First lanes" }).click();
  await expect(page.getByText("Lanes 1 to 200 of 260.")).toBeVisible();
});

test("the parts are read without script and on a phone, and a strange part is told", async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(`${server.url}/timeline?between=NO,PT`);
  const first = await lanes(page).first().innerText();
  const counts = await legend(page);
  await page.getByRole("link", { name: "Next lanes" }).click();
  await expect(lanes(page)).toHaveCount(60);
  expect(await lanes(page).first().innerText()).not.toBe(first);
  expect(await legend(page)).toBe(counts);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.goto(`${server.url}/timeline?between=NO,PT&cursor=WyJ4Il0`);
  await expect(page.getByText("These lanes cannot be found any more")).toBeVisible();
  await expect(lanes(page)).toHaveCount(200);
  await context.close();
});

test("more than 5,000 are grouped by country, and a picture, a calendar and an embed of all are refused", async ({
  page,
  request,
}) => {
  await page.goto(`${server.url}/timeline`);
  await expect(page.getByText("More than 5,000 agreements are too many for a line each")).toBeVisible();
  await expectNoComplaint(page);
  await page.getByRole("link", { name: "Norway" }).first().click();
  await expect(page).toHaveURL(/party=NO/);
  await expect(lanes(page)).toHaveCount(200);
  for (const path of ["/timeline.svg", "/agreements.ics", "/embed/timeline"])
    expect([path, (await request.get(server.url + path)).status()]).toEqual([path, 422]);
});

test("the table goes page by page through all of them, in an order that holds", async ({ request }) => {
  const seen = new Set<string>();
  let address = "/api/v1/agreements?limit=200&sort=-stage";
  for (let pages = 0; address !== ""; pages++) {
    expect(pages).toBeLessThan(40);
    const { data, page } = await (await request.get(server.url + address)).json();
    for (const { slug } of data) {
      expect(seen.has(slug)).toBe(false);
      seen.add(slug);
    }
    address = page.next === null ? "" : `/api/v1/agreements?limit=200&sort=-stage&cursor=${page.next}`;
    if (address === "") expect(seen.size).toBe(page.total);
  }
});

test("a file of every row is whole, in the order of the pages, and the same bytes each time", async ({
  page,
  request,
}) => {
  const get = async (path: string) => {
    const answer = await request.get(server.url + path);
    expect([path, answer.status()]).toEqual([path, 200]);
    return answer.body();
  };
  const slugs: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const { data, page: part } = JSON.parse(
      String(await get(`/agreements.json?sort=title&limit=200${next && `&cursor=${next}`}`)),
    );
    slugs.push(...data.map((row: { slug: string }) => row.slug));
    next = part.next;
  }
  const clocks = `sort=title&on=2026-01-01&known=${new Date().toISOString()}&limit=all`;
  const whole = JSON.parse(String(await get(`/agreements.json?${clocks}`)));
  expect(whole.data.map((row: { slug: string }) => row.slug)).toEqual(slugs);
  expect(whole.page).toEqual({ limit: slugs.length, next: null, total: slugs.length });
  expect(rowsOfCsv(String(await get(`/agreements.csv?${clocks}`)))).toEqual(slugs);
  const workbook = await get(`/agreements.xlsx?${clocks}`);
  expect(rowsOfWorkbook(workbook)).toEqual(slugs);
  expect(workbook.equals(await get(`/agreements.xlsx?${clocks}`))).toBe(true);
  // A page of the API has a number of rows, and a page of the site says what it made of the word.
  expect((await request.get(`${server.url}/api/v1/agreements?limit=all`)).status()).toBe(400);
  await page.goto(`${server.url}/agreements?limit=all`);
  await expect(page.getByText("“all” is no number of rows.")).toBeVisible();
  await page.getByText("Download", { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("details[open]").getByRole("link", { name: "CSV" }).click(),
  ]);
  expect(rowsOfCsv(readFileSync(await download.path(), "utf8"))).toHaveLength(slugs.length);
});

test("of many countries the menu lists the most frequent, and all once it is open", async ({
  page,
  browser,
}) => {
  await page.goto(`${server.url}/agreements`);
  const menu = page.locator("details.filter-menu", { hasText: "Country" });
  const boxes = menu.getByRole("checkbox");
  await menu.locator("summary").click();
  // The first record is there too, with countries of its own.
  await expect.poll(() => boxes.count()).toBeGreaterThanOrEqual(countries.length);
  await menu.getByRole("checkbox", { name: "Sweden" }).click();
  await expect(page).toHaveURL(/party=SE/);
  await expect(page.locator(".filter-menu summary", { hasText: "Country: Sweden" })).toBeVisible();
  // Without script the others are behind a link, and what is chosen stays in the list.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${server.url}/agreements?party=SE`);
  const list = plain.locator("details.filter-menu", { hasText: "Country" });
  expect(await list.getByRole("checkbox").count()).toBeLessThan(countries.length);
  await list.locator("summary").click();
  await expect(list.getByRole("checkbox", { name: "Sweden" })).toBeChecked();
  await list.getByRole("link", { name: /All \d+ countries/ }).click();
  await expect(plain).toHaveURL(/\/countries/);
  await context.close();
});

test("no column is cut off, however long the names, and the overview lists those signed last", async ({
  page,
}) => {
  for (const [path, width] of [
    ["/agreements", 1440],
    ["/agreements", 1180],
    ["/agreements", 900],
    ["/countries", 390],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(server.url + path);
    const cut = await page
      .locator(".table-card")
      .evaluateAll((cards) => cards.map((card) => card.scrollWidth - card.clientWidth));
    expect(cut, `${path} at ${width} px`).toEqual([0]);
  }
  await page.goto(server.url);
  await expect(page.getByText(/^The 40 signed last, of 5,1\d\d agreements\.$/)).toBeVisible();
  await expect(page.locator(".lane-row")).toHaveCount(40);
  await expectNoComplaint(page);
});
