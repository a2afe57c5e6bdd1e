/** What an import answers, on the wire: counts that add up, and what became of each row. */
import { z } from "zod";
import { instant } from "../wire.ts";
import { columnRoleCodes } from "./columns.ts";
import { rowResults } from "./row.ts";

const reason = z.object({
  column: z.string().meta({ description: "The header in the file; `row` for the row as a whole." }),
  message: z.string(),
});

const rowReport = z
  .object({
    row: z.int().meta({ description: "The number of the row in the file; the header is row 1." }),
    result: z.enum(rowResults),
    slug: z.string().nullable().meta({ description: "The agreement that it is, or would be." }),
    title: z.string().nullable(),
    reasons: z.array(reason).meta({
      description:
        "Why it is rejected; for other rows, what a reader should know, such as force before signature.",
    }),
  })
  .meta({ id: "ImportedRow" });
export type RowReport = z.infer<typeof rowReport>;

const count = z.int().min(0);

export const importReport = z
  .object({
    id: z.string().optional().meta({ description: "Of the batch; absent when nothing was stored." }),
    dryRun: z.boolean(),
    rows: count.meta({ description: "create + update + unchanged + rejected." }),
    create: count,
    update: count,
    unchanged: count,
    rejected: count,
    results: z.array(rowReport).meta({
      description:
        "The first 1,000 rows and up to 10,000 rejected ones; ask for later ones with resultsFrom=ROW.",
    }),
    more: z.boolean().meta({ description: "True when there are more results than these." }),
    columns: z.object({
      mapped: z.partialRecord(z.enum(columnRoleCodes), z.string()),
      ignored: z.array(z.string()),
      further: z.array(z.string()).meta({ description: "Columns of a third party and more." }),
    }),
    choices: z.record(z.string(), z.string()).meta({
      description:
        "What was chosen, now or before for files with this header: `column title`, `party Castile`, `dateOrder`.",
    }),
    fileHash: z.string().meta({ description: "SHA-256 of the bytes of the file." }),
    alreadyImported: z
      .object({ id: z.string(), recordedAt: instant })
      .optional()
      .meta({ description: "The earlier import of the very same file." }),
  })
  .meta({ id: "ImportReport" });
export type ImportReport = z.infer<typeof importReport>;

export const revertReport = z
  .object({
    id: z.string(),
    takenOut: count.meta({ description: "Agreements that the import had brought." }),
    changedBack: count.meta({ description: "Agreements that it had changed." }),
    left: z
      .array(z.string())
      .meta({ description: "Addresses of agreements that somebody has worked on since." }),
  })
  .meta({ id: "RevertReport" });
export type RevertReport = z.infer<typeof revertReport>;
