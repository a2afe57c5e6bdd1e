import { expect, test } from "vitest";
import { apiBase, apiRoutes } from "./api-routes.ts";
import { apiPaths, paths } from "./paths.ts";
import { defaultView, type View } from "./view.ts";

const view: View = {
  ...defaultView,
  q: "long term, Київ & co",
  party: ["LU", "UA"],
  stage: ["negotiating", "signed"],
  on: "2024-05-14",
  known: "2026-11-23T12:00:00.000Z",
  rule: "partners",
  sort: { word: "changed", descending: true },
  cursor: "abc",
  ghosts: false,
};
const slug = "ukraine-luxembourg-security-2024";

/** Every address, once plain and once with a view; a change here breaks links in articles and footnotes. */
const pages = (given?: View) => [
  paths.home(given),
  paths.agreements(given),
  paths.agreements(given, "csv"),
  paths.agreement(slug, given),
  paths.agreement(slug, given, "json"),
  paths.act(slug, "e-lu-2024-07-10-1", given),
  paths.timeline(given),
  paths.timeline(given, "svg"),
  paths.countries(given),
  paths.country("LU", given),
  paths.pair("UA", "LU", given),
  paths.framework("g7-joint-declaration", given),
  paths.sources(given),
  paths.changes(given),
];
const routes = (given?: View) => [
  apiPaths.agreements(given),
  apiPaths.agreement(slug, given),
  apiPaths.summary(given),
  apiPaths.countries(given),
  apiPaths.country("LU", given),
  apiPaths.framework("g7-joint-declaration", given),
  apiPaths.sources(given),
  apiPaths.history(slug, given),
  apiPaths.changes(given),
];

test("pages", () => {
  expect([
    ...pages(),
    paths.methodology(),
    paths.methodology("stage-signed"),
    paths.apiDocs(),
    paths.signIn(),
    paths.signIn("/desk/agreements/ukraine-latvia?on=2024-05-14"),
    paths.signOut(),
    paths.welcome("a token"),
    paths.desk(),
    paths.account(),
    paths.users(),
    paths.freeze(),
    paths.frozenViews(),
  ]).toMatchInlineSnapshot(`
    [
      "/",
      "/agreements",
      "/agreements.csv",
      "/agreements/ukraine-luxembourg-security-2024",
      "/agreements/ukraine-luxembourg-security-2024.json",
      "/agreements/ukraine-luxembourg-security-2024#e-lu-2024-07-10-1",
      "/timeline",
      "/timeline.svg",
      "/countries",
      "/countries/lu",
      "/pairs/lu-ua",
      "/frameworks/g7-joint-declaration",
      "/sources",
      "/changes",
      "/methodology",
      "/methodology#stage-signed",
      "/api",
      "/sign-in",
      "/sign-in?next=%2Fdesk%2Fagreements%2Fukraine-latvia%3Fon%3D2024-05-14",
      "/sign-out",
      "/welcome/a%20token",
      "/desk",
      "/desk/account",
      "/desk/users",
      "/s",
      "/desk/shares",
    ]
  `);
});

test("pages of a view: lists keep all of it, records its clocks and its rule", () => {
  expect(pages(view)).toMatchInlineSnapshot(`
    [
      "/?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/agreements?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&party=LU&party=UA&stage=negotiating&stage=signed&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&sort=-changed&cursor=abc&ghosts=off",
      "/agreements.csv?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&party=LU&party=UA&stage=negotiating&stage=signed&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&sort=-changed&cursor=abc&ghosts=off",
      "/agreements/ukraine-luxembourg-security-2024?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/agreements/ukraine-luxembourg-security-2024.json?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/agreements/ukraine-luxembourg-security-2024?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners#e-lu-2024-07-10-1",
      "/timeline?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&party=LU&party=UA&stage=negotiating&stage=signed&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&sort=-changed&cursor=abc&ghosts=off",
      "/timeline.svg?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&party=LU&party=UA&stage=negotiating&stage=signed&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&sort=-changed&cursor=abc&ghosts=off",
      "/countries?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/countries/lu?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/pairs/lu-ua?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/frameworks/g7-joint-declaration?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/sources?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&cursor=abc",
      "/changes?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&cursor=abc",
    ]
  `);
});

test("routes of the API", () => {
  const fixed = [apiPaths.rules(), apiPaths.stages(), apiPaths.openapi()];
  expect([...routes(), ...fixed]).toMatchInlineSnapshot(`
    [
      "/api/v1/agreements",
      "/api/v1/agreements/ukraine-luxembourg-security-2024",
      "/api/v1/summary",
      "/api/v1/countries",
      "/api/v1/countries/lu",
      "/api/v1/frameworks/g7-joint-declaration",
      "/api/v1/sources",
      "/api/v1/agreements/ukraine-luxembourg-security-2024/history",
      "/api/v1/changes",
      "/api/v1/rules",
      "/api/v1/stages",
      "/api/v1/openapi.json",
    ]
  `);
});

test("routes of the API for a view", () => {
  expect(routes(view)).toMatchInlineSnapshot(`
    [
      "/api/v1/agreements?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&party=LU&party=UA&stage=negotiating&stage=signed&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&sort=-changed&cursor=abc&ghosts=off",
      "/api/v1/agreements/ukraine-luxembourg-security-2024?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/api/v1/summary?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&party=LU&party=UA&stage=negotiating&stage=signed&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&sort=-changed&ghosts=off",
      "/api/v1/countries?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/api/v1/countries/lu?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/api/v1/frameworks/g7-joint-declaration?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners",
      "/api/v1/sources?q=long+term,+%D0%9A%D0%B8%D1%97%D0%B2+%26+co&on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&cursor=abc",
      "/api/v1/agreements/ukraine-luxembourg-security-2024/history?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&cursor=abc",
      "/api/v1/changes?on=2024-05-14&known=2026-11-23T12:00:00.000Z&rule=partners&cursor=abc",
    ]
  `);
});

test("every route of the API reads the words that lead to it", () => {
  for (const address of [
    ...routes({ ...view, limit: 10 }),
    apiPaths.rules(),
    apiPaths.stages(),
    apiPaths.openapi(),
  ]) {
    const [path = "", query] = address.slice(apiBase.length).split("?");
    const route = Object.values(apiRoutes).find((one) =>
      new RegExp(`^${one.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
    );
    expect(route, path).toBeDefined();
    expect(route?.view, path).toEqual(expect.arrayContaining([...new URLSearchParams(query).keys()]));
  }
});

test("a pair has one address", () => {
  expect(paths.pair("lu", "ua")).toBe(paths.pair("UA", "LU"));
});

test("nothing in a name leads out of its segment", () => {
  expect(paths.agreement("../a?b#c/d")).toBe("/agreements/..%2Fa%3Fb%23c%2Fd");
  expect(paths.country("a/b")).toBe("/countries/a%2Fb");
});
