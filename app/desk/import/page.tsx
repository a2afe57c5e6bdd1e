import type { Metadata } from "next";
import "../../styles/import.css";
import { ImportDesk } from "#components/desk/import-desk.tsx";
import { listImports } from "#db/queries/imports.ts";
import { readVocabulary } from "#db/queries/vocabulary.ts";
import { database } from "../../_server/database.ts";
import { requirePage } from "../../_server/guard.tsx";

export const metadata: Metadata = { title: "Import", robots: { index: false } };

/** `/desk/import`: a list of agreements, tried first and imported as one batch. */
export default async function ImportPage() {
  const { refusal } = await requirePage("import");
  if (refusal) return refusal;
  const db = await database();
  const { countries } = await readVocabulary(db);
  const named = [...countries].map(([code, name]) => ({ code, name }));
  named.sort((a, b) => a.name.localeCompare(b.name, "en"));
  return <ImportDesk initial={await listImports(db)} countries={named} />;
}
