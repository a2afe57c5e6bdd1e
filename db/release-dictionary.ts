/** What each table and column of a release means. The columns that many tables share are told once. */

/** Columns that mean the same wherever they stand. */
const shared: Readonly<Record<string, string>> = {
  id: "The key of the row; it never changes.",
  agreement_id: "The agreement that it belongs to (agreements.id).",
  framework: "The framework that it belongs to (frameworks.slug).",
  country: "The country (countries.code).",
  note: "A remark in words.",
  certainty: "done, reported, announced or expected.",
  recorded_at: "When the record came to know it (UTC); no request or import can set it.",
  recorded_by: "Who recorded it: a key of writers, or “curated record” or “the server”.",
  superseded_at: "When it stopped being held true; 9999-12-31T23:59:59.999Z while it is.",
  known_from: "From this instant on the record knew it.",
  known_to: "Until this instant the record held it; 9999-12-31T23:59:59.999Z while it does.",
  valid_from: "Earliest possible first day.",
  valid_to: "The first day on which it no longer holds; 9999-12-31 while it does.",
  acts: "The acts that it follows from (keys of acts).",
  version_id: "The version of an agreement's fields (agreement_versions.id).",
  slug: "The name in its address; it never changes.",
  title: "The title, or a plain description.",
  summary: "What it is about, in a few sentences.",
  place: "Where it happened.",
  date: "When: an EDTF date (ISO 8601-2, level 1), so that a month or a year is no guess of a day.",
  kind: "The kind, as the methodology names it.",
  label: "In words.",
};

interface TableDoc {
  about: string;
  /** Only what is not told by {@link shared}. */
  columns: Readonly<Record<string, string>>;
}

/** By the names that the tables have in a release. */
export const releaseDictionary: Readonly<Record<string, TableDoc>> = {
  countries: {
    about: "Countries and organisations that can be a side.",
    columns: {
      code: "ISO 3166-1 alpha-2, plus EU and XK.",
      name: "The usual English name.",
      official_name: "The official English name.",
      kind: "state or organisation.",
      until: "The day on which it ended; empty: it exists.",
      names: "Names in other languages, by language tag.",
      aliases: "Other names that it is found by.",
    },
  },
  sources: {
    about: "Publications that facts are cited from.",
    columns: {
      url: "The address, which is one source once.",
      publisher: "Who published it.",
      published_on: "When it was published: an EDTF date.",
      language: "Its language (BCP 47).",
      archived_url: "The address of an archived copy.",
    },
  },
  counting_rules: {
    about: "Named rules that turn “how many are signed?” into a number and its rows.",
    columns: {
      definition: "What is counted, in a sentence.",
      only: "Which agreements are counted: by tag, framework or profile.",
      states_only: "Whether organisations are left out.",
      counts: "instruments or partners.",
    },
  },
  frameworks: {
    about: "What agreements hang under.",
    columns: {
      short_title: "The title for narrow places.",
      adopted_on: "When it was adopted: an EDTF date.",
    },
  },
  moments: {
    about: "Days of a framework that readers jump to.",
    columns: { featured: "Whether it is shown first." },
  },
  memberships: {
    about: "Which country joined or declined a framework, and when.",
    columns: { status: "joined, declined or participant." },
  },
  agreements: { about: "One row for each agreement; its fields are versions.", columns: {} },
  agreement_versions: {
    about: "The fields of each agreement, one row for each time that they were changed.",
    columns: {
      title_note: "Where the title comes from.",
      type: "What kind of agreement it is.",
      profile: "Which acts bind: treaty, definitive or political; empty: not known.",
      sides: "The two sides, each a list of country codes.",
      party_key: "What sorting by party compares: the names of side 2, then of side 1.",
      tags: "Published lists and topics that it belongs to.",
      list_numbers: "Its number on numbered lists, by tag.",
      duration_years: "For how many years it was made.",
      duration_note: "The same in words.",
      legal_note: "On its legal nature.",
      status_note: "On where it stands.",
    },
  },
  agreement_sides: {
    about: "The sides of each version, one row for each country.",
    columns: { side: "1 or 2." },
  },
  agreement_tags: { about: "The tags of each version, one row for each.", columns: { tag: "The tag." } },
  acts: {
    about: "The ledger: every act that was ever recorded, those that were corrected or withdrawn included.",
    columns: {
      kind: "What was done; the methodology lists the kinds.",
      actor: "side1, side2, both or third.",
      effective_on: "When it took effect, where that is another day: an EDTF date.",
      how: "How it ended: expired, terminated, denounced or superseded.",
      round: "The number of the round of talks.",
      title: "A title of its own.",
      participants: "Who took part: name, office and side.",
      supersedes: "The act that this row corrects or withdraws (acts.id).",
      reason: "Why it corrects or withdraws.",
      withdrawal: "Whether it only says that the act it supersedes is no longer held true.",
    },
  },
  commitments: {
    about: "Amounts that a side undertook or gave.",
    columns: {
      by_country: "Whose commitment it is (countries.code).",
      category: "What for.",
      amount: "The amount, in units of the currency.",
      currency: "ISO 4217.",
      qualifier: "about, more than and the like.",
      unit: "What is counted, where it is no money.",
      period: "For when: an EDTF date.",
      description: "In words.",
      share_note: "Its share of something, such as of a budget.",
      written_in_agreement: "Whether it is written in the agreement.",
    },
  },
  conflicts: {
    about: "What sources tell differently: all of it is kept.",
    columns: {
      topic: "What about.",
      about: "Which records it is about.",
      conflict_values: "What each says.",
    },
  },
  citations: {
    about: "Which fact is cited from which source.",
    columns: {
      subject:
        "The fact: act:ID, agreement:SLUG, commitment:ID, conflict:ID#N, membership:ID, framework:SLUG or moment:ID.",
      field: "The field of an agreement that it is for.",
      source_id: "The source (sources.id).",
      stance: "supports or contradicts.",
      quote: "A short quotation.",
    },
  },
  checks: {
    about: "Times that an editor looked and found nothing new.",
    columns: { checked_on: "When: an EDTF date.", latest: "The latest day that it may mean." },
  },
  stage_periods: {
    about: "Derived: where each agreement stood, by day and by what was known.",
    columns: {
      stage: "The stage.",
      valid_from_latest: "Latest possible first day.",
      step: "Its place in the path.",
      transition: "The transition of the published table.",
      days_since_talks: "Days since the first talks.",
    },
  },
  flag_periods: {
    about: "Derived: what to mind about an agreement.",
    columns: { flag: "disputed, overdue, stalled, unsourced or stale." },
  },
  expectations: {
    about: "Derived: what was announced or expected, and what became of it.",
    columns: {
      act_id: "The act that states it (acts.id).",
      kind: "Which act is expected.",
      certainty: "announced or expected.",
      earliest: "The earliest day that the date may mean.",
      met_by: "The act that met it (acts.id).",
      slip_days: "By how many days it came late.",
    },
  },
  contradictions: {
    about: "Derived: acts that cannot all be as they are dated.",
    columns: { code: "Which rule they break." },
  },
  search_documents: {
    about: "Derived: what the full-text search looks through.",
    columns: { body: "The text." },
  },
  changes: {
    about: "Every accepted change that is public, in order: the log of the record.",
    columns: {
      sequence: "Its place in the log; numbers of what is not public are missing.",
      revision: "The number of the change among those of its agreement.",
      verb: "What was done.",
      changed_by: "Who did it: a key of writers, or “curated record” or “the server”.",
      by_role: "The role in which it was done.",
      request_id: "The request that asked for it.",
      batch: "The import that it came with.",
      reason: "Why.",
      before: "What was there before.",
      after: "What was there after.",
      hash: "For a change of an agreement: SHA-256 of the hash before it, a line feed and the row, which makes a chain.",
    },
  },
  writers: {
    about: "Who records, by the name that readers see.",
    columns: { name: "The name." },
  },
  shares: {
    about: "Frozen views.",
    columns: {
      hash: "SHA-256 of the body, in hexadecimal digits.",
      body: "Canonical JSON (RFC 8785); empty for a view that was withdrawn.",
      recorded_at: "When it was frozen.",
      withdrawn_at: "When it was withdrawn.",
      withdrawn_by: "Who withdrew it (writers.id).",
      withdrawn_reason: "Why.",
    },
  },
};

/** What a column means. Throws for one that nobody has described, so that none comes out unexplained. */
export function meaningOf(table: string, column: string): string {
  const meaning = releaseDictionary[table]?.columns[column] ?? shared[column];
  if (meaning === undefined) throw new Error(`Nobody has said what ${table}.${column} means.`);
  return meaning;
}
