/** Importing lists at the desk and through the API: what is stored, what is told, and taking it back. */
import { expect, test } from "@playwright/test";
import { paths, writePaths } from "#domain/paths.ts";
import { expectNoComplaint } from "./axe.ts";
import { signIn, tokenOf, type UserName } from "./people.ts";

const header = "no,title,party1,party2,signed,in force";
const list = (name: string) =>
  [
    header,
    `${name}-1,${name} on fisheries,Norway,USSR,1975-03-04,`,
    `${name}-2,${name} on trade,Castile,Portugal,1990,1991-02`,
    `${name}-3,${name} on nothing,Norway,Portugal,1981-09-31,`,
  ].join("\n");

const asking = (name: UserName, type = "text/csv") => ({
  authorization: `Bearer ${tokenOf(name)}`,
  "content-type": type,
});

test("an editor tries a pasted list, says who is meant, imports what can be, and takes it back", async ({
  page,
}) => {
  await signIn(page, "editor", paths.deskImport());
  await page.getByLabel("Or paste it").fill(list("Pasted"));
  await page.getByRole("button", { name: "Try what is pasted" }).click();
  await expect(page.getByRole("heading", { name: "Dry run of pasted" })).toBeFocused();
  await expect(page.getByText("3 rows: 1 new, 0 updates, 0 unchanged, 2 rejected.")).toBeVisible();
  await expect(page.getByRole("row", { name: /^4 Rejected/ })).toContainText(
    "signed September 1981 has 30 days",
  );
  await expectNoComplaint(page);
  await page.getByLabel("Castile").selectOption({ label: "Spain" });
  await page.getByRole("button", { name: "Try again with this" }).click();
  await expect(page.getByText("3 rows: 2 new, 0 updates, 0 unchanged, 1 rejected.")).toBeVisible();
  await page.getByRole("button", { name: "Import 2 of 3" }).click();
  await expect(page.getByRole("heading", { name: "Imported pasted" })).toBeVisible();
  await page.getByRole("button", { name: "New 2" }).click();
  const made = page.getByRole("link", { name: "Pasted on fisheries" });
  const address = (await made.getAttribute("href")) ?? "";
  await expectNoComplaint(page);
  expect((await page.request.get(address)).status()).toBe(200);
  await page
    .getByRole("button", { name: /^Revert pasted/ })
    .first()
    .click();
  await page.getByLabel("Reason").fill("A wrong list");
  await page.getByRole("button", { name: "Revert", exact: true }).last().click();
  await expect(page.getByRole("status").filter({ hasText: "Reverted: 2 taken out" })).toHaveCount(1);
  expect((await page.request.get(address)).status()).toBe(404);
});

test("the page keeps within a narrow screen and dark colours, and a contributor is told who may", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page, "editor", paths.deskImport());
  await page
    .getByLabel("A file")
    .setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list("Narrow")) });
  await expect(page.getByRole("heading", { name: "Dry run of list.csv" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expectNoComplaint(page);
});

test("a contributor gets neither page nor route", async ({ page, request }) => {
  await signIn(page, "contributor");
  expect((await page.goto(paths.deskImport()))?.status()).toBe(403);
  const answer = await request.post(`${writePaths.imports()}?dryRun=true`, {
    headers: asking("contributor"),
    data: list("X"),
  });
  expect(answer.status()).toBe(403);
  expect(
    (
      await request.post(`${writePaths.imports()}?dryRun=true`, {
        headers: { "content-type": "text/csv" },
        data: "a",
      })
    ).status(),
  ).toBe(401);
});

test("through the API: a dry run stores nothing, one bad row stores nothing, accept stores the rest, again is unchanged", async ({
  request,
}) => {
  const post = (query: string, more: Record<string, string> = {}, data: string | Buffer = list("Api")) =>
    request.post(`${writePaths.imports()}?${query}&parties=${encodeURIComponent('{"Castile":"ES"}')}`, {
      headers: { ...asking("editor"), ...more },
      data,
    });
  const dry = await post("dryRun=true");
  expect(dry.status()).toBe(200);
  const { data } = await dry.json();
  expect(data).toMatchObject({ dryRun: true, rows: 3, create: 2, update: 0, unchanged: 0, rejected: 1 });
  expect(data.results[2]).toMatchObject({ row: 4, result: "rejected", reasons: [{ column: "signed" }] });
  const refused = await post("dryRun=false");
  expect(refused.status()).toBe(422);
  expect(await refused.json()).toMatchObject({ guard: "rows-rejected", errors: [{ path: "row 4, signed" }] });
  const key = { "idempotency-key": `import-${Date.now()}` };
  const done = await post("dryRun=false&accept=2", key);
  expect(done.status()).toBe(201);
  const imported = await done.json();
  expect(done.headers().location).toBe(`/api/v1/imports/${imported.data.id}`);
  const repeated = await post("dryRun=false&accept=2", key);
  expect([repeated.status(), await repeated.json()]).toEqual([201, imported]);
  expect((await post("dryRun=false&accept=2", key, list("Other"))).status()).toBe(422);
  const again = await post("dryRun=false");
  expect(again.status()).toBe(200);
  expect((await again.json()).data).toMatchObject({
    create: 0,
    unchanged: 2,
    rejected: 1,
    alreadyImported: { id: imported.data.id },
  });
  const revert = await request.post(writePaths.importRevert(imported.data.id), {
    headers: asking("editor", "application/json"),
    data: { reason: "a test" },
  });
  expect([revert.status(), (await revert.json()).data.takenOut]).toEqual([200, 2]);
});

test("what is no list is refused in its own way", async ({ request }) => {
  const post = (query: string, headers: Record<string, string>, data: string | Buffer) =>
    request.post(`${writePaths.imports()}${query}`, { headers: { ...asking("editor"), ...headers }, data });
  expect((await post("?dryRun=true", { "content-type": "multipart/form-data" }, "x")).status()).toBe(415);
  expect((await post("?dryRun=true", {}, "")).status()).toBe(400);
  expect((await post("?dryRun=maybe", {}, list("Y"))).status()).toBe(400);
  expect((await post("?dryRun=true&charset=klingon", {}, list("Y"))).status()).toBe(400);
  expect((await post("?dryRun=true&mapping=%7B%22title%22%3A%22Nome%22%7D", {}, list("Y"))).status()).toBe(
    400,
  );
  const latin = Buffer.from(`${header}\n1,Caf\xe9,Norway,Spain,1990,\n`, "latin1");
  const undeclared = await (await post("?dryRun=true", {}, latin)).json();
  expect(undeclared.data).toMatchObject({ create: 0, rejected: 1 });
  expect(undeclared.data.results[0].reasons[0]).toMatchObject({
    column: "title",
    message: expect.stringContaining("charset=windows-1252"),
  });
  const declared = await (
    await post("?dryRun=true", { "content-type": "text/csv; charset=iso-8859-1" }, latin)
  ).json();
  expect(declared.data.results[0]).toMatchObject({ result: "create", title: "Café" });
});
