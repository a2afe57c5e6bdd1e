import { embedShare } from "../../../_server/embed.ts";
import { failure } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";
import { demandShare } from "../../../_server/share.ts";

interface RouteContext {
  params: Promise<{ hash: string }>;
}

/** `GET /embed/s/{hash}`: a frozen view, for the pages of other sites. */
export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  try {
    const { share, view } = await demandShare((await params).hash);
    return embedShare(request, share.hash, view);
  } catch (error) {
    return failure(error, request);
  }
}
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");
