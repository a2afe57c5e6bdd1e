import { embedAgreement } from "../../../_server/embed.ts";
import { failure } from "../../../_server/endpoint.ts";
import { methodsBeside } from "../../../_server/other-methods.ts";

interface RouteContext {
  params: Promise<{ slug: string }>;
}

/** `GET /embed/agreements/{slug}`: one agreement's path, for the pages of other sites. */
export const GET = async (request: Request, { params }: RouteContext): Promise<Response> =>
  embedAgreement(request, (await params).slug).catch((error) => failure(error, request));
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");
