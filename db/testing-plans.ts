/** The statements that the tests of db/ ask are explained; the file of tests that asks a slow one fails. */
import { afterAll, expect } from "vitest";
import { takeFaults } from "./watch-plans.ts";

afterAll(() => expect(takeFaults(), "Read from end to end").toEqual([]));
