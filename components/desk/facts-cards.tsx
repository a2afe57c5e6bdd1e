"use client";

import type { Agreement } from "#domain/wire.ts";
import { CommitmentsCard } from "./commitments-card.tsx";
import type { DeskData } from "./desk-data.ts";
import { FieldsForm } from "./fields-form.tsx";
import { SourcesCard } from "./sources-card.tsx";

/** Everything about the agreement that is no act. */
export function FactsCards({ data, agreement }: { data: DeskData; agreement: Agreement }) {
  return (
    <div className="facts-cards">
      <FieldsForm data={data} agreement={agreement} />
      <CommitmentsCard data={data} agreement={agreement} />
      <SourcesCard data={data} agreement={agreement} />
    </div>
  );
}
