/**
 * A database for a server that is tested: a file in a folder, or with TEST_POSTGRES one on that server. As a program
 * it prints the address: `node server/test-database.js FOLDER`.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";

/** All that are made for tests are called so; they are removed at the end of a run. */
const prefix = "accords_test_";

/**
 * @param {string} folder
 * @returns {Promise<string>} its DATABASE_URL
 */
export async function makeTestDatabase(folder) {
  const server = process.env.TEST_POSTGRES;
  if (!server) return `file:${join(folder, "accords.db")}`;
  const name = `${prefix}${randomBytes(8).toString("hex")}`;
  await onServer(server, (client) =>
    client.query(`create database ${name} encoding 'UTF8' template template0`),
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** @param {string} server */
export function dropTestDatabases(server) {
  return onServer(server, async (client) => {
    const { rows } = await client.query(
      "select datname as name from pg_database where starts_with(datname, $1)",
      [prefix],
    );
    for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
  });
}

/**
 * @param {string} server
 * @param {(client: pg.Client) => Promise<unknown>} work
 */
async function onServer(server, work) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

if (process.argv[1]?.endsWith("test-database.js"))
  console.log(await makeTestDatabase(process.argv[2] ?? "."));
