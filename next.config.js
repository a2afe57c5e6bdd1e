// The front server (server/front-server.ts) sets headers and limits; here is only what Next itself must know.

// An agreement's other forms are told by the extension, and a folder of app/ cannot hold half a segment.
const agreementForms = {
  json: "/api/v1/agreements/:slug",
  csv: "/agreements/:slug/acts.csv",
  svg: "/agreements/:slug/picture.svg",
  png: "/agreements/:slug/picture.png",
};

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Flags and share images are served as they are. The image optimiser has a history of holes and nothing uses it.
  images: { unoptimized: true },
  // Native addons are loaded by Node, never bundled.
  serverExternalPackages: ["better-sqlite3", "@resvg/resvg-js"],
  // Off on purpose: with it, notFound() on a page that reads the database answers 200.
  cacheComponents: false,
  // `next dev` must not write files into the repository.
  agentRules: false,
  // A list draws dozens of flags; they change once in years.
  headers: async () => [
    { source: "/flags/:file", headers: [{ key: "Cache-Control", value: "public, max-age=604800" }] },
  ],
  rewrites: async () => ({
    beforeFiles: Object.entries(agreementForms).map(([form, destination]) => ({
      source: `/agreements/:slug([^/]+).${form}`,
      destination,
    })),
  }),
};

export default config;
