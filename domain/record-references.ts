/** References inside the curated record that lead nowhere, and keys that are used twice. */
import type { CuratedAgreement, CuratedCitation, CuratedFramework, CuratedRecord } from "./record.ts";

interface Fault {
  file: string;
  row: string | null;
  field: string | null;
  reason: string;
}

interface Cited {
  row: string | null;
  citations: readonly CuratedCitation[];
}

const rows = <T>(
  name: string,
  list: readonly T[],
  citations: (row: T) => readonly CuratedCitation[],
): Cited[] => list.map((row, index) => ({ row: `${name} ${index + 1}`, citations: citations(row) }));

const conflictRows = (holder: CuratedAgreement | CuratedFramework): Cited[] =>
  holder.conflicts.flatMap((conflict, index) =>
    conflict.values.map(({ citations }) => ({ row: `conflicts ${index + 1}`, citations })),
  );

const citedIn = (holder: CuratedAgreement | CuratedFramework): Cited[] => [
  { row: null, citations: holder.citations },
  ...rows("commitments", holder.commitments, ({ citations }) => citations),
  ...conflictRows(holder),
  ...("acts" in holder
    ? rows("acts", holder.acts, ({ citations }) => citations)
    : [
        ...rows("members", holder.members, ({ citations }) => citations),
        ...rows("moments", holder.moments, ({ citations }) => citations),
      ]),
];

function twice(file: string, keys: readonly { key: string; row: string }[]): Fault[] {
  const seen = new Set<string>();
  return keys.flatMap(({ key, row }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ file, row, field: null, reason: `“${key}” is used twice` }];
  });
}

/** Every reference that leads nowhere and every key used twice, with the file and the row. */
export function danglingReferences(record: CuratedRecord): Fault[] {
  const countries = new Set(record.countries.map(({ code }) => code));
  const sources = new Set(record.sources.map(({ url }) => url));
  const frameworks = new Set(record.frameworks.map(({ slug }) => slug));
  const faults: Fault[] = [
    ...twice(
      "countries.json",
      record.countries.map(({ code }, i) => ({ key: code, row: String(i + 1) })),
    ),
    ...twice(
      "sources.json",
      record.sources.map(({ url }, i) => ({ key: url, row: String(i + 1) })),
    ),
    ...twice(
      "agreements",
      record.agreements.flatMap(({ slug, acts, commitments, conflicts }) => [
        { key: slug, row: slug },
        ...[...acts, ...commitments, ...conflicts].map(({ id }) => ({ key: id, row: `${slug} ${id}` })),
      ]),
    ),
  ];
  const noCountry = (file: string, row: string | null, field: string, code: string | null) => {
    if (code !== null && !countries.has(code))
      faults.push({ file, row, field, reason: `there is no country “${code}” in countries.json` });
  };
  for (const framework of record.frameworks) {
    const file = `frameworks/${framework.slug}.json`;
    for (const [index, { country }] of framework.members.entries())
      noCountry(file, `members ${index + 1}`, "country", country);
  }
  for (const agreement of record.agreements) {
    const file = `agreements/${agreement.slug}.json`;
    for (const code of agreement.sides.flat()) noCountry(file, null, "sides", code);
    for (const [index, { by }] of agreement.commitments.entries())
      noCountry(file, `commitments ${index + 1}`, "by", by);
    if (agreement.framework !== null && !frameworks.has(agreement.framework)) {
      faults.push({
        file,
        row: null,
        field: "framework",
        reason: `there is no framework “${agreement.framework}”`,
      });
    }
  }
  for (const holder of [...record.agreements, ...record.frameworks]) {
    const file = `${"acts" in holder ? "agreements" : "frameworks"}/${holder.slug}.json`;
    for (const { row, citations } of citedIn(holder)) {
      for (const { source } of citations) {
        if (!sources.has(source))
          faults.push({ file, row, field: "citations", reason: `“${source}” is not in sources.json` });
      }
    }
  }
  return faults;
}
