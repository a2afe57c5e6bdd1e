// The front server (server/front-server.ts) sets headers and limits; here is only what Next itself must know.

// An agreement's other forms are told by the extension, and a folder of app/ cannot hold half a segment.
const agreementForms = {
  json: "/api/v1/agreements/:slug",
  csv: "/agreements/:slug/acts.csv",
  "metadata.json": "/agreements/:slug/acts.metadata.json",
  svg: "/agreements/:slug/picture.svg",
  png: "/agreements/:slug/picture.png",
  atom: "/agreements/:slug/changes.atom",
  ics: "/agreements/:slug/acts.ics",
};

// A page cannot take a form, so a form that is sent to its own page is led to the route beside it.
const formPages = [
  "/sign-in",
  "/welcome/:token([^/]+)",
  "/desk/account",
  "/desk/users",
  "/desk/shares",
  "/s",
];
/** @type {{ type: "header", key: string, value: string }} */
const formSent = {
  type: "header",
  key: "content-type",
  value: "(application/x-www-form-urlencoded|multipart/form-data).*",
};

// What only somebody signed in may see, or holds a secret in its address, is kept nowhere.
const privatePages = ["/sign-in", "/welcome/:token", "/desk", "/desk/:path*"];
const privateHeaders = [
  { key: "Cache-Control", value: "private, no-store" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Robots-Tag", value: "noindex" },
];

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The front server compresses: it must read a page before.
  compress: false,
  // Flags and share images are served as they are. The image optimiser has a history of holes and nothing uses it.
  images: { unoptimized: true },
  // Native addons are loaded by Node, never bundled; better-auth is loaded as it was published.
  serverExternalPackages: ["better-sqlite3", "@resvg/resvg-js", "better-auth"],
  // Off on purpose: with it, notFound() on a page that reads the database answers 200.
  cacheComponents: false,
  // The head of a page comes whole and first for everybody, not only for machines that are known to need it: on a slow
  // database Next would else send title, canonical link and picture behind the page, and a script would move them.
  htmlLimitedBots: /.*/,
  // `next dev` must not write files into the repository.
  agentRules: false,
  // A list draws dozens of flags; they change once in years.
  headers: async () => [
    { source: "/flags/:file", headers: [{ key: "Cache-Control", value: "public, max-age=604800" }] },
    ...privatePages.map((source) => ({ source, headers: privateHeaders })),
  ],
  rewrites: async () => ({
    beforeFiles: [
      ...Object.entries(agreementForms).map(([form, destination]) => ({
        // No slug holds a dot, so “.metadata.json” is not taken for “.json”.
        source: `/agreements/:slug([^/.]+).${form}`,
        destination,
      })),
      { source: "/countries/:code([^/]+).atom", destination: "/countries/:code/changes.atom" },
      ...formPages.map((source) => ({
        source,
        has: [formSent],
        destination: `${source.replace(/\(.+\)/, "")}/submit`,
      })),
    ],
  }),
};

export default config;
