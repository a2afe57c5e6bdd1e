/** Where what was written can be read, for the header `Location` of an answer. */
import { z } from "zod";
import { apiPaths, paths } from "#domain/paths.ts";

const written = z.object({
  agreement: z.object({ slug: z.string() }),
  data: z.object({ id: z.string().optional() }),
});

/** A new agreement. */
export const agreementAddress = (body: unknown): string =>
  apiPaths.agreement(written.parse(body).agreement.slug);

/** An act on the page of its agreement. */
export const actAddress = (body: unknown): string => {
  const { agreement, data } = written.parse(body);
  return paths.act(agreement.slug, data.id ?? "");
};

/** A proposal. */
export const proposalAddress = (body: unknown): string =>
  apiPaths.proposal(z.object({ data: z.object({ id: z.string() }) }).parse(body).data.id);
