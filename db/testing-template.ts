/** Run once before the tests on PostgreSQL: makes the database that each of theirs is a copy of. */
import { makeTemplate } from "./testing-postgres.ts";

export const setup = (): Promise<void> => makeTemplate(process.env.TEST_POSTGRES ?? "");
