/** What generated agreements are about: a type, the words of its titles, and tags that fit. */

interface Subject {
  weight: number;
  type: string;
  titles: readonly string[];
  tags: readonly string[];
}

const subject = (
  weight: number,
  type: string,
  titles: readonly string[],
  tags: readonly string[],
): Subject => ({ weight, type, titles, tags });

/** In about the shares in which such treaties are registered. */
export const subjects: readonly Subject[] = [
  subject(
    16,
    "trade-agreement",
    ["on trade", "on economic cooperation and payments", "on customs matters"],
    ["trade", "customs"],
  ),
  subject(
    14,
    "investment-agreement",
    ["on the promotion and reciprocal protection of investments", "on investment guarantees"],
    ["investment", "arbitration"],
  ),
  subject(
    13,
    "tax-agreement",
    ["for the avoidance of double taxation", "on the exchange of information in tax matters"],
    ["tax"],
  ),
  subject(
    11,
    "air-services-agreement",
    ["on air services", "on scheduled air transport", "on civil aviation"],
    ["transport", "aviation"],
  ),
  subject(
    9,
    "cultural-agreement",
    ["on cultural cooperation", "on education and science", "on the recognition of diplomas"],
    ["culture", "education"],
  ),
  subject(
    8,
    "development-agreement",
    ["on technical cooperation", "on a loan for water supply", "on rural development"],
    ["development", "water"],
  ),
  subject(
    6,
    "visa-agreement",
    ["on the abolition of visas", "on the readmission of persons", "on working holidays"],
    ["visa", "migration"],
  ),
  subject(
    6,
    "legal-assistance-agreement",
    ["on mutual legal assistance in criminal matters", "on the transfer of sentenced persons"],
    ["justice"],
  ),
  subject(4, "extradition-agreement", ["on extradition"], ["justice"]),
  subject(
    4,
    "defence-agreement",
    ["on defence cooperation", "on the protection of classified information"],
    ["defence", "security"],
  ),
  subject(
    3,
    "security-agreement",
    ["on security cooperation", "on combating organised crime"],
    ["security", "police"],
  ),
  subject(
    3,
    "border-agreement",
    ["on the state border", "on border crossing points", "on transboundary waters"],
    ["border", "water"],
  ),
  subject(
    3,
    "friendship-treaty",
    ["of friendship and cooperation", "of friendship, commerce and navigation"],
    ["friendship"],
  ),
];

/** Frameworks that generated agreements may belong to. */
export const frameworks = [
  { slug: "partnership-programme", title: "Partnership Programme", kind: "programme" },
  { slug: "open-skies-initiative", title: "Open Skies Initiative", kind: "initiative" },
  { slug: "regional-stability-declaration", title: "Declaration on Regional Stability", kind: "declaration" },
  { slug: "water-convention", title: "Convention on Shared Waters", kind: "convention" },
  { slug: "investment-compact", title: "Investment Compact", kind: "compact" },
] as const;
