/** What was acknowledged is there, whenever the process dies. */
import { expect, test } from "@playwright/test";
import { faultsOf } from "#db/testing.ts";
import { killableServer } from "./killable-server.ts";
import { actOf, send } from "./write-client.ts";

const kills = 20;
const writers = 8;

test(`every acknowledged act survives ${kills} kills in the midst of writing`, async () => {
  test.setTimeout(420_000);
  const server = await killableServer("durability");
  const api = (path: string) => `${server.url}/api/v1${path}`;
  const acknowledged = new Map<string, Set<string>>();
  const waits: number[] = [];
  try {
    const { token } = server.users.editor;
    const list = await send(api("/agreements?limit=20"), "GET");
    const slugs: string[] = list.body.data.map(({ slug }: { slug: string }) => slug);

    const write = async (slug: string, isOver: () => boolean) => {
      const mine = acknowledged.get(slug) ?? new Set();
      acknowledged.set(slug, mine);
      while (!isOver()) {
        try {
          const { etag } = await send(api(`/agreements/${slug}`), "GET");
          const headers = { "if-match": etag ?? "" };
          const answer = await send(api(`/agreements/${slug}/acts`), "POST", {
            token,
            headers,
            body: actOf("kept"),
          });
          if (answer.status === 201) mine.add(answer.body.data.id);
        } catch {
          // The connection broke: whether it was written, nobody was told.
        }
      }
    };

    for (let kill = 0; kill < kills; kill++) {
      let over = false;
      const writing = Array.from({ length: writers }, (_, number) =>
        write(slugs[(kill + number) % slugs.length] ?? "", () => over),
      );
      const enough = [...acknowledged.values()].reduce((sum, ids) => sum + ids.size, 0) + writers * 2;
      const deadline = performance.now() + 5_000;
      // Somewhere in the midst: after some answers, and not at a moment that is the same each time.
      while (
        performance.now() < deadline &&
        [...acknowledged.values()].reduce((sum, ids) => sum + ids.size, 0) < enough + ((kill * 5) % 13)
      )
        await new Promise((done) => setTimeout(done, 3));
      await server.kill();
      over = true;
      await Promise.all(writing);
      const wait = await server.restart();
      waits.push(wait);
      for (const [slug, ids] of acknowledged) {
        const { body } = await send(api(`/agreements/${slug}`), "GET");
        const there = new Set(body.data.acts.map(({ id }: { id: string }) => id));
        expect([...ids].filter((id) => !there.has(id))).toEqual([]);
      }
    }
    const count = [...acknowledged.values()].reduce((sum, ids) => sum + ids.size, 0);
    console.log(
      `${kills} kills, ${count} acknowledged acts, none lost; ready again after ${waits.map((wait) => wait.toFixed(0)).join(", ")} ms`,
    );
    expect(count).toBeGreaterThan(kills * writers);
    // The median: one start may fall into a moment in which this machine does everything else.
    expect([...waits].sort((a, b) => a - b)[kills / 2]).toBeLessThan(10_000);
    await server.stop();
    expect(await faultsOf(server.databaseUrl)).toEqual([]);
  } finally {
    await server.kill();
    server.remove();
  }
});
