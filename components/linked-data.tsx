import { asScriptText } from "#domain/linked-data.ts";

/** Structured data in a page. It is data and never runs. */
export function LinkedData({ value }: { value: unknown }) {
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped by asScriptText, which a test tries to break.
      dangerouslySetInnerHTML={{ __html: asScriptText(value) }}
    />
  );
}
