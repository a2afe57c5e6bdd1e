/** There is no default password: while there is no user, each start prints a link that makes the first admin. */
import { inviteFirstAdmin } from "#db/commands/issue-link.ts";
import { openDatabase } from "#db/open-database.ts";
import { paths } from "#domain/paths.ts";
import type { Environment } from "./environment.js";

/** Goes to stderr, to whoever started the server, and into no log. A link that was printed before is dead. */
export async function tellFirstAdmin({
  appUrl,
  databaseUrl,
}: Pick<Environment, "appUrl" | "databaseUrl">): Promise<void> {
  const db = openDatabase(databaseUrl);
  try {
    const token = await inviteFirstAdmin(db, new Date().toISOString());
    if (token === null) return;
    process.stderr.write(
      `There is no user yet. Make the first admin here, once, within 30 minutes: ${appUrl}${paths.welcome(token)}\n`,
    );
  } finally {
    await db.close();
  }
}
