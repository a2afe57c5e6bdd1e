"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { apiPaths } from "#domain/paths.ts";
import type { Act } from "#domain/wire.ts";
import type { Draft, DraftAnswer } from "#domain/wire-desk.ts";
import type { ActDraft } from "./act-draft.ts";
import { ActForm } from "./act-form.tsx";
import { valuesOf } from "./act-values.ts";
import { focusField } from "./focus.ts";
import { getJson } from "./send.ts";
import { useDraft } from "./use-draft.ts";

type CorrectionProps = Pick<
  Parameters<typeof ActForm>[0],
  "data" | "agreement" | "next" | "onCancel" | "onRecorded"
> & { act: Act };

function CorrectionForm({ act, kept, ...form }: CorrectionProps & { kept: Draft | null }) {
  const { agreement, data } = form;
  const pristine = useMemo(() => valuesOf(act), [act]);
  const draft = useDraft<ActDraft>({
    subject: `correction:${agreement.slug}:${act.id}`,
    owner: data.me.id,
    kept,
    pristine: { values: pristine, revision: agreement.revision },
    // Another kind or another actor is a correction too.
    isTouched: ({ values }) => JSON.stringify(values) !== JSON.stringify(pristine),
  });
  useEffect(() => focusField("act-date"), []);
  return <ActForm {...form} target={{ mode: "correct", act }} draft={draft} pristine={pristine} />;
}

/** The form with a recorded act in it, and with the draft that somebody left of its correction. */
export function Correction(props: CorrectionProps) {
  const subject = `correction:${props.agreement.slug}:${props.act.id}`;
  const { data, isPending } = useQuery({
    queryKey: ["draft", subject],
    queryFn: ({ signal }) => getJson<DraftAnswer>(apiPaths.draft(subject), signal),
    retry: false,
    gcTime: 0,
    refetchInterval: false,
    refetchOnWindowFocus: false,
  });
  if (isPending) return <p className="card padded note">Opening the act…</p>;
  return <CorrectionForm {...props} kept={data?.data ?? null} />;
}
