/**
 * Which column of a file means what. Known headers are recognised in any spelling; what a person has chosen wins. Our
 * own exports are recognised too, with their codes rather than their names.
 */
import { DomainError } from "../errors.ts";

interface RoleRule {
  label: string;
  /** Headers without marks, case and punctuation; the first that a file has is taken. */
  headers: readonly string[];
}

const sideHeaders = (n: "1" | "2", letter: "a" | "b", others: readonly string[]): string[] => [
  `side${n}codes`,
  ...["side", "party", "country", "state", "partner", "signatory", "member", "contractingparty"].flatMap(
    (noun) => [`${noun}${n}`, `${noun}${letter}`, `${noun}${n}name`, `${noun}${n}code`, `${noun}${n}iso`],
  ),
  `c${n}`,
  `iso${n}`,
  ...others,
];

/** What a column may mean, in the order of the form. */
export const columnRoles = {
  title: {
    label: "Title",
    headers: [
      "title",
      "titleenglish",
      "titleen",
      "fulltitle",
      "officialtitle",
      "treatytitle",
      "agreementtitle",
      "treatyname",
      "agreementname",
      "nameoftreaty",
      "nameofagreement",
      "shorttitle",
      "name",
      "treaty",
      "agreement",
    ],
  },
  side1: {
    label: "Side 1",
    headers: sideHeaders("1", "a", ["firstparty", "reporter", "reportingcountry", "party", "country"]),
  },
  side2: {
    label: "Side 2",
    headers: sideHeaders("2", "b", [
      "secondparty",
      "partner",
      "partnercountry",
      "counterpart",
      "counterparty",
      "otherparty",
    ]),
  },
  parties: {
    label: "Both sides in one column",
    headers: [
      "sides",
      "parties",
      "contractingparties",
      "signatories",
      "countries",
      "states",
      "participants",
      "members",
    ],
  },
  signed: {
    label: "Signed on",
    headers: [
      "signedon",
      "signed",
      "signature",
      "datesigned",
      "signaturedate",
      "dateofsignature",
      "signingdate",
      "dateofsigning",
      "signdate",
      "datesignature",
      "dateofconclusion",
      "conclusiondate",
      "concludedon",
      "beg",
      "begin",
    ],
  },
  inForce: {
    label: "In force on",
    headers: [
      "inforceon",
      "inforce",
      "force",
      "entryintoforce",
      "dateofentryintoforce",
      "entryintoforcedate",
      "enteredintoforce",
      "dateinforce",
      "inforcedate",
      "forcedate",
      "eif",
      "ineffect",
      "effective",
      "effectiveon",
      "effectivedate",
      "dateeffective",
    ],
  },
  ended: {
    label: "Ended on",
    headers: [
      "endedon",
      "ended",
      "end",
      "enddate",
      "dateended",
      "terminated",
      "terminatedon",
      "termination",
      "terminationdate",
      "dateoftermination",
      "expired",
      "expiry",
      "expires",
      "expirydate",
      "expirationdate",
      "denounced",
      "term",
    ],
  },
  how: {
    label: "How it ended",
    headers: ["how", "howended", "endedhow", "terminationtype", "typeoftermination"],
  },
  place: {
    label: "Place of signature",
    headers: ["place", "placeofsignature", "placesigned", "signedat", "location", "city", "venue"],
  },
  type: {
    label: "Type",
    headers: [
      "type",
      "typeofagreement",
      "typeoftreaty",
      "agreementtype",
      "treatytype",
      "typeagree",
      "instrumenttype",
      "typeofinstrument",
    ],
  },
  profile: { label: "Profile", headers: ["profile"] },
  framework: { label: "Framework", headers: ["framework"] },
  tags: { label: "Tags", headers: ["tags"] },
  source: {
    label: "Source",
    headers: [
      "source",
      "sourceurl",
      "sources",
      "url",
      "link",
      "weblink",
      "texturl",
      "textlink",
      "reference",
      "references",
      "citation",
    ],
  },
  id: {
    label: "Number in the list",
    headers: [
      "id",
      "treatyid",
      "agreementid",
      "recordid",
      "treatynumber",
      "treatyno",
      "agreementno",
      "agreementnumber",
      "registrationnumber",
      "no",
      "number",
    ],
  },
  slug: { label: "Address (slug)", headers: ["slug"] },
  revision: { label: "Revision that was seen", headers: ["revision"] },
} as const satisfies Record<string, RoleRule>;

export type ColumnRole = keyof typeof columnRoles;
export const columnRoleCodes = Object.keys(columnRoles) as [ColumnRole, ...ColumnRole[]];

/** Which header each meaning was found under. */
export interface Columns {
  mapped: Partial<Record<ColumnRole, string>>;
  /** Headers that mean nothing here, as the file has them. */
  ignored: string[];
  /** Columns of a third party and more: an agreement between two sides has them empty. */
  further: string[];
}

/** A choice of columns: an empty header takes the meaning away. */
export type ColumnChoice = Partial<Record<ColumnRole, string>>;

const plain = (header: string): string =>
  header
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const furtherParty =
  /^(?:side|party|country|state|partner|signatory|member|contractingparty)(?:[3-9]|[1-9]\d|[c-j])$/;

function chosenHeader(role: ColumnRole, wanted: string, headers: readonly string[]): string {
  if (headers.includes(wanted)) return wanted;
  throw new DomainError("malformed", `The file has no column “${wanted}”.`, {
    errors: [
      { path: `mapping.${role}`, message: `no such column; the file has ${headers.slice(0, 50).join(", ")}` },
    ],
  });
}

/** Reads a header row; throws `malformed` where a chosen column is not there, or a used one is there twice. */
export function readColumns(headers: readonly string[], choice: ColumnChoice = {}): Columns {
  const chosen = new Set(Object.values(choice));
  const byName = new Map(headers.map((header) => [plain(header), header]).reverse() as [string, string][]);
  const mapped: Partial<Record<ColumnRole, string>> = {};
  for (const role of columnRoleCodes) {
    const wanted = choice[role];
    const known = columnRoles[role].headers.map((name) => byName.get(name));
    const found =
      wanted === undefined
        ? known.find((header) => header !== undefined && !chosen.has(header))
        : wanted === ""
          ? undefined
          : chosenHeader(role, wanted, headers);
    if (found !== undefined) mapped[role] = found;
  }
  // Columns for each side say more than one for both.
  if (mapped.side1 !== undefined && mapped.side2 !== undefined && choice.parties === undefined)
    delete mapped.parties;
  if (mapped.parties !== undefined && choice.side1 === undefined && choice.side2 === undefined) {
    delete mapped.side1;
    delete mapped.side2;
  }
  const used = new Set(Object.values(mapped));
  const twice = headers.find((header, index) => used.has(header) && headers.indexOf(header) !== index);
  if (twice !== undefined) {
    throw new DomainError("malformed", `Two columns are called “${twice}”.`, {
      errors: [{ path: "header", message: `the column “${twice}” is there twice` }],
    });
  }
  const further = headers.filter((header) => furtherParty.test(plain(header)) && !used.has(header));
  return {
    mapped,
    ignored: headers.filter((header) => !used.has(header) && !further.includes(header)),
    further,
  };
}
