/** The public contract on the running app: numbers of the press, one view in many forms, and no bad input that breaks it. */
import { type APIRequestContext, expect, test } from "@playwright/test";
import { type ApiRoute, apiRoutes } from "#domain/api-routes.ts";
import { apiPaths } from "#domain/paths.ts";
import { agreementList, problem, summary } from "#domain/wire.ts";
import { rowsOfCsv, rowsOfPage } from "./rows-of-forms.ts";

/** A small generator with a seed, so that a failure can be run again (Park and Miller). */
function dice(seed: number) {
  let state = seed;
  return <T>(choices: readonly T[]): T => {
    state = (state * 48271) % 2147483647;
    return choices[state % choices.length] as T;
  };
}

const words = {
  q: ["", "luxembourg", "Київ", "security", "<script>", "%"],
  party: ["", "UA", "LU", "gb", "ZZ"],
  stage: ["", "signed", "negotiating", "in-effect", "foo"],
  type: ["", "security-agreement"],
  tag: ["", "kyiv-list"],
  flag: ["", "disputed", "stalled", "overdue"],
  on: ["", "2024-05-14", "2023-08-15", "2024-13-40", "2999-01-01"],
  sort: ["", "signed", "-duration", "party", "title", "-stage", "__proto__"],
  limit: ["", "7", "200", "0", "x"],
  signedFrom: ["", "2024-03-01"],
} as const;

const good: Record<string, readonly string[]> = {
  ...words,
  party: ["", "UA", "LU", "GB"],
  stage: ["", "signed", "negotiating", "in-effect"],
  on: ["", "2024-05-14", "2023-08-15"],
  sort: ["", "signed", "-duration", "party", "title", "-stage"],
  limit: ["", "7", "200"],
};

function randomQuery(pick: ReturnType<typeof dice>, from: Record<string, readonly string[]>): string {
  const query = new URLSearchParams();
  for (const [word, values] of Object.entries(from)) {
    const value = pick(values);
    if (value !== "" && pick([true, false, false])) query.set(word, value);
  }
  return query.toString();
}

const summaryOf = async (request: APIRequestContext, query: string) =>
  summary.parse(await (await request.get(`/api/v1/summary?${query}`)).json());

test("the counts of the press come out, each with its rows", async ({ request }) => {
  const seed = await summaryOf(request, "on=2024-05-14&rule=kyiv-list");
  expect(seed).toMatchObject({
    signed: 9,
    latest: { party: { code: "LV", name: "Latvia" }, signedOn: "2024-04-11" },
  });
  expect(seed.rows).toHaveLength(9);
  expect(await summaryOf(request, "rule=kyiv-list")).toMatchObject({
    signed: 28,
    latest: { party: { name: "Albania" } },
  });
  expect(await summaryOf(request, "rule=instruments")).toMatchObject({
    signed: 30,
    latest: { party: { name: "Albania" } },
  });
});

test("page, JSON and CSV show the same rows in the same order, for random filters", async ({ request }) => {
  test.setTimeout(120_000);
  const pick = dice(20240514);
  for (let round = 0; round < 40; round++) {
    const query = randomQuery(pick, good);
    const [page, json, csv, api] = await Promise.all(
      ["/agreements", "/agreements.json", "/agreements.csv", "/api/v1/agreements"].map((path) =>
        request.get(`${path}?${query}`),
      ),
    );
    const rows = agreementList.parse(await json?.json()).data.map(({ slug }) => slug);
    expect(rowsOfPage((await page?.text()) ?? ""), query).toEqual(rows);
    expect(rowsOfCsv((await csv?.text()) ?? ""), query).toEqual(rows);
    expect(
      agreementList.parse(await api?.json()).data.map(({ slug }) => slug),
      query,
    ).toEqual(rows);
  }
});

test("a CSV leads to what its columns mean and to its licence", async ({ request }) => {
  for (const path of [
    "/agreements.csv?on=2024-05-14",
    "/agreements/ukraine-luxembourg-security-2024.csv?on=2024-05-14",
  ]) {
    const csv = await request.get(path);
    const links = csv.headers().link ?? "";
    expect(links, path).toContain('rel="license"');
    const metadata = await request.get(/<([^>]*)>; rel="describedby"/.exec(links)?.[1] ?? "");
    expect(metadata.headers()["content-type"], path).toBe("application/csvm+json; charset=utf-8");
    const { url, tableSchema } = await metadata.json();
    expect(new URL(url).pathname + new URL(url).search).toBe(path);
    const [header = ""] = (await csv.text()).split("\r\n");
    expect(tableSchema.columns.map(({ name }: { name: string }) => `"${name}"`).join(","), path).toBe(header);
  }
});

test("any query is answered with rows or with a problem that names the word, never with a 500", async ({
  request,
}) => {
  test.setTimeout(120_000);
  const pick = dice(7);
  for (let round = 0; round < 120; round++) {
    const query = randomQuery(pick, {
      ...words,
      [pick(["foo", "__proto__", "cursor", "known"])]: ["", "x", "%00", "ÿ"],
    });
    const answer = await request.get(`/api/v1/agreements?${query}`);
    expect([200, 400], query).toContain(answer.status());
    const body = await answer.json();
    if (answer.status() === 200) agreementList.parse(body);
    else expect(problem.parse(body).errors.length, query).toBeGreaterThan(0);
    expect((await request.get(`/agreements?${query}`)).status(), query).toBeLessThan(400);
  }
});

test("cursors walk every row once, whatever the sort", async ({ request }) => {
  for (const sort of ["signed", "-signed", "stage", "changed", "checked", "title", "party", "-duration"]) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const answer = await request.get(
        `/api/v1/agreements?sort=${sort}&limit=7${cursor ? `&cursor=${cursor}` : ""}`,
      );
      const list = agreementList.parse(await answer.json());
      seen.push(...list.data.map(({ slug }) => slug));
      cursor = list.page.next;
    } while (cursor !== null);
    expect(seen, sort).toHaveLength(36);
    expect(new Set(seen).size, sort).toBe(36);
  }
});

test("every answer holds what the API's document says and nothing besides", async ({ request }) => {
  const named: Record<string, string[]> = {
    slug: [
      "ukraine-luxembourg-security-2024",
      "ukraine-united-kingdom-100-year-2025",
      "ukraine-montenegro-security",
    ],
    code: ["ua", "LU"],
    framework: ["g7-joint-declaration", "ukraine-compact"],
  };
  const frozen = await request.post(apiPaths.shares(), { data: { path: "/timeline?on=2024-05-14" } });
  named.hash = [(await frozen.json()).hash];
  for (const { path, answer, only } of Object.values<ApiRoute>(apiRoutes)) {
    // Who may read these is tried with each role elsewhere.
    if (only !== undefined) continue;
    const isFramework = path.startsWith("/frameworks/");
    const parameter = isFramework ? "framework" : /\{(\w+)\}/.exec(path)?.[1];
    for (const name of parameter === undefined ? [""] : (named[parameter] ?? [])) {
      const address = `/api/v1${path.replace(/\{\w+\}/, name)}`;
      const got = await request.get(address);
      expect(got.status(), address).toBe(200);
      const body = await got.json();
      expect(answer.parse(body), address).toEqual(body);
    }
  }
});

test("an unchanged answer is 304, and an agreement's ETag is its revision", async ({ request }) => {
  const path = "/api/v1/agreements/ukraine-luxembourg-security-2024";
  const first = await request.get(path);
  expect(first.headers()).toMatchObject({ etag: '"r1"', "access-control-allow-origin": "*" });
  expect((await request.get(path, { headers: { "if-none-match": '"r1"' } })).status()).toBe(304);
  const list = await request.get("/api/v1/agreements?stage=signed");
  const etag = list.headers().etag ?? "";
  expect(
    (await request.get("/api/v1/agreements?stage=signed", { headers: { "if-none-match": etag } })).status(),
  ).toBe(304);
  expect((await request.get("/api/v1/agreements/nothing-here")).status()).toBe(404);
});

test("what is refused is named with its value, to a program in one shape, and no method is taken that is not there", async ({
  request,
}) => {
  const named: [string, string, string][] = [
    ["/api/v1/agreements?foo=bar", "foo", "bar"],
    ["/api/v1/agreements?cursor=xyz", "cursor", "xyz"],
    ["/api/v1/summary?cursor=xyz", "cursor", "xyz"],
    ["/api/v1/sources?cursor=WyJvdGhlciJd", "cursor", "WyJvdGhlciJd"],
    ["/api/v1/countries/%FF", "path", "UTF-8"],
    ["/agreements/%FF.csv", "path", "UTF-8"],
  ];
  for (const [path, word, value] of named) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(400);
    expect(answer.headers(), path).toMatchObject({
      "content-type": expect.stringContaining("application/problem+json"),
      "access-control-allow-origin": "*",
    });
    const [error] = problem.parse(await answer.json()).errors;
    expect(error, path).toEqual({ path: word, message: expect.stringContaining(value) });
  }
  for (const path of ["/timeline?cursor=xyz", "/agreements?cursor=xyz", "/sources?cursor=xyz"]) {
    const html = await (await request.get(path)).text();
    expect(html, path).toContain("is no place in a list");
    expect(html, path).toContain('name="robots" content="noindex');
  }
  const put = await request.put("/agreements");
  expect([put.status(), put.headers().allow]).toEqual([405, "GET, HEAD"]);
  const post = await request.post("/api/v1/summary");
  expect([post.status(), post.headers().allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  expect((await request.get("/api/v1/health")).headers()["access-control-allow-origin"]).toBe("*");
});

test("addresses in another form lead to the one form", async ({ request }) => {
  for (const [from, to] of [
    ["/pairs/ua-lu?on=2024-05-14", "/pairs/lu-ua?on=2024-05-14"],
    ["/countries/LU", "/countries/lu"],
    ["/agreements/Ukraine-Luxembourg-Security-2024", "/agreements/ukraine-luxembourg-security-2024"],
  ] as const) {
    const answer = await request.get(from, { maxRedirects: 0 });
    expect(answer.status(), from).toBe(308);
    expect(answer.headers().location, from).toBe(to);
  }
});

/** Of one request or connection, and what Next says of every route because its pages vary by it. */
const ofOneAnswer =
  /^(?:date|x-request-id|connection|keep-alive|content-length|content-encoding|transfer-encoding|vary)$/;
const told = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofOneAnswer.test(name)));

test("the list is the same to the byte whether the front server answers or the route does", async ({
  request,
}) => {
  const pick = dice(31);
  const questions = Array.from({ length: 60 }, (_, index) =>
    randomQuery(pick, index % 2 === 0 ? good : { ...words, cursor: ["", "nonsense"], foo: ["", "1"] }),
  );
  const first = await request.get("/api/v1/agreements?limit=7");
  const { next } = agreementList.parse(await first.json()).page;
  for (const query of [
    ...questions,
    `limit=7&cursor=${next}`,
    `cursor=${next}`,
    "party=UA&party=LU",
    "q=a%00b",
  ])
    for (const path of ["/api/v1/agreements", "/agreements.json"]) {
      const ahead = await request.get(`${path}?${query}`);
      // Who has a session is answered apart, by the route.
      const routed = await request.get(`${path}?${query}`, { headers: { cookie: "session=none" } });
      const whole = async (answer: typeof ahead) => ({
        query: `${path}?${query}`,
        status: answer.status(),
        headers: told(answer.headers()),
        body: (await answer.text()).replace(/"requestId":"[^"]*"/, ""),
      });
      expect(await whole(ahead)).toEqual(await whole(routed));
    }
});
