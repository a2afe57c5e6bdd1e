/** Structured data for search engines (schema.org as JSON-LD): what an agreement is, and what the record is. */
import type { Agreement } from "./wire.ts";

const context = "https://schema.org";
const licence = "https://creativecommons.org/licenses/by/4.0/";
const publisher = { "@type": "Organization", name: "Accords" };

/** One agreement as a piece of legislation between two countries, with its signature as the date of passing. */
export const agreementLinkedData = (agreement: Agreement, url: string) => ({
  "@context": context,
  "@type": "Legislation",
  name: agreement.title,
  url,
  identifier: agreement.slug,
  inLanguage: "en",
  legislationType: agreement.type.replaceAll("-", " "),
  legislationLegalForce: agreement.stage.code === "in-force" ? "InForce" : "NotInForce",
  ...(agreement.signedOn === null ? {} : { legislationDate: agreement.signedOn }),
  ...(agreement.inForceOn === null ? {} : { legislationDateOfApplicability: agreement.inForceOn }),
  about: agreement.sides.flat().map(({ code, name }) => ({ "@type": "Country", name, identifier: code })),
  dateModified: agreement.changedAt,
  ...(agreement.summary === null ? {} : { abstract: agreement.summary }),
  citation: [
    ...new Set(agreement.acts.flatMap(({ citations }) => citations.map(({ source }) => source.url))),
  ].slice(0, 20),
  license: licence,
  publisher,
});

interface DatasetFacts {
  name: string;
  description: string;
  url: string;
  /** Addresses of the same rows in other forms, by media type. */
  forms: Readonly<Record<string, string>>;
  modifiedAt: string;
}

/** A list of agreements as a dataset that may be downloaded. */
export const datasetLinkedData = ({ name, description, url, forms, modifiedAt }: DatasetFacts) => ({
  "@context": context,
  "@type": "Dataset",
  name,
  description,
  url,
  license: licence,
  creator: publisher,
  dateModified: modifiedAt,
  isAccessibleForFree: true,
  distribution: Object.entries(forms).map(([encodingFormat, contentUrl]) => ({
    "@type": "DataDownload",
    encodingFormat,
    contentUrl,
  })),
});

/** JSON for the inside of a script element: no sign in it can end the element. */
export const asScriptText = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
