/** Databases for tests on a PostgreSQL server: each is a copy of one that was migrated once. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Database } from "./database.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { openPostgres } from "./postgres.ts";

const template = "accords_test_template";

/** The address of another database on the same server. */
export function beside(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Sends one statement to the server. */
export async function order(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes the database that all others are copies of, once for a run of tests. */
export async function makeTemplate(server: string): Promise<void> {
  await order(server, `drop database if exists ${template}`);
  await order(server, `create database ${template} encoding 'UTF8' template template0`);
  await migratePostgres(beside(server, template));
}

export interface OwnDatabase {
  url: string;
  drop: () => Promise<void>;
}

/** A migrated, empty database; the server must have the template. */
export async function createCopy(server: string): Promise<OwnDatabase> {
  const name = `accords_test_${randomBytes(8).toString("hex")}`;
  await order(server, `create database ${name} template ${template}`);
  return { url: beside(server, name), drop: () => order(server, `drop database ${name} with (force)`) };
}

/** The same, opened; `close` removes it. */
export async function openCopy(server: string): Promise<Database> {
  const { url, drop } = await createCopy(server);
  const db = openPostgres(url);
  return {
    ...db,
    async close() {
      await db.close();
      await drop();
    },
  };
}
