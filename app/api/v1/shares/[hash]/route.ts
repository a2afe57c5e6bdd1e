import { reading } from "../../../../_server/endpoint.ts";
import { methodsBeside } from "../../../../_server/other-methods.ts";
import { demandShare } from "../../../../_server/share.ts";

/** `GET /api/v1/shares/{hash}`: the canonical bytes, whose SHA-256 is the hash. */
export const GET = reading<{ hash: string }>(
  async (_resolved, { hash }) => {
    const { share } = await demandShare(hash);
    return {
      body: share.body,
      contentType: "application/json; charset=utf-8",
      etag: `"${share.hash}"`,
      lastModified: share.recordedAt,
    };
  },
  { view: [], own: {} },
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");
