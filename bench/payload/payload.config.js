/** Payload as its guide sets it up, with the fields of our list and no admin pages; what bench/ measures beside Accords. */
import { sqliteAdapter } from "@payloadcms/db-sqlite";
import { buildConfig } from "payload";

const text = (name, more = {}) => ({ name, type: "text", ...more });
const country = (name) => ({ name, type: "relationship", relationTo: "countries", required: true });
const anyone = { read: () => true };

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET,
  telemetry: false,
  typescript: { autoGenerate: false },
  admin: { disable: true },
  graphQL: { disable: true },
  db: sqliteAdapter({ client: { url: process.env.PAYLOAD_DATABASE } }),
  collections: [
    { slug: "countries", access: anyone, fields: [text("code", { unique: true }), text("name")] },
    {
      slug: "agreements",
      access: anyone,
      fields: [
        text("slug", { unique: true }),
        text("title"),
        country("side1"),
        country("side2"),
        ...["type", "profile", "framework", "stage", "since", "sinceLatest", "certainty", "signedOn"].map(
          (name) => text(name),
        ),
        ...["inForceOn", "talksSince", "place", "changedAt", "checkedOn"].map((name) => text(name)),
        ...["talksDays", "sources", "revision"].map((name) => ({ name, type: "number" })),
        ...["tags", "next", "flags"].map((name) => ({ name, type: "json" })),
      ],
    },
  ],
});
