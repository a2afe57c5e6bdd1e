import { csvMetadata, listTable } from "#domain/export-columns.ts";
import { paths } from "#domain/paths.ts";
import { asCsvMetadata, reading } from "../_server/endpoint.ts";
import { methodsBeside } from "../_server/other-methods.ts";
import { onSite } from "../_server/site.ts";

/** `GET /agreements.metadata.json`: what the columns of `/agreements.csv` with the same query mean (CSVW). */
export const GET = reading(({ view, clocks, rule }) =>
  asCsvMetadata(csvMetadata(listTable, { url: onSite(paths.agreements(view, "csv")), clocks, rule })),
);
export const { OPTIONS, POST, PUT, PATCH, DELETE } = methodsBeside("GET");
