import { withPayload } from "@payloadcms/next/withPayload";

/** @type {import("next").NextConfig} */
const config = { poweredByHeader: false, turbopack: { root: import.meta.dirname } };

export default withPayload(config, { devBundleServerPackages: false });
