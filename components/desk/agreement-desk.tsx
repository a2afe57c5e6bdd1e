"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { dateInWords } from "#domain/date-words.ts";
import { nextActs } from "#domain/next-acts.ts";
import { paths, writePaths } from "#domain/paths.ts";
import type { Act } from "#domain/wire.ts";
import { type ActDraft, isDraftTouched, pendingId } from "./act-draft.ts";
import { ActForm, type Recorded } from "./act-form.tsx";
import { emptyAct, isTouched, ledgerOf, usualActor } from "./act-values.ts";
import { Correction } from "./correction.tsx";
import { DeskActs } from "./desk-acts.tsx";
import type { DeskData } from "./desk-data.ts";
import { FactsCards } from "./facts-cards.tsx";
import { focusField } from "./focus.ts";
import { LaneCard } from "./lane-card.tsx";
import { notify } from "./notices.tsx";
import { Presence } from "./presence.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useAgreement } from "./use-agreement.ts";
import { useDraft } from "./use-draft.ts";
import { useKeys } from "./use-keys.ts";
import { useSimpleWrite } from "./use-simple-write.ts";
import { kindByKey } from "./what-happened.tsx";

/** The work on one agreement: its path, the form of an act, what is recorded, and its fields. */
export function AgreementDesk({ data }: { data: DeskData }) {
  const { today, me, usual } = data;
  const { agreement, isError } = useAgreement(data.agreement);
  const { slug, revision } = agreement;
  const proposes = me.role === "contributor";
  const [correcting, setCorrecting] = useState<Act | null>(null);
  const [withdrawing, setWithdrawing] = useState<Act | null>(null);
  const [said, setSaid] = useState("");
  const { write, busy } = useSimpleWrite(slug, proposes);

  const next = useMemo(
    () =>
      nextActs({
        acts: ledgerOf(agreement.acts.filter(({ id }) => id !== pendingId)),
        profile: agreement.profile,
        today,
        expected: agreement.next ? [agreement.next.kind] : [],
        usual,
      }),
    [agreement, today, usual],
  );
  const first = next[0]?.kind ?? "meeting";
  const pristine = useMemo(() => emptyAct(first), [first]);
  const draft = useDraft<ActDraft>({
    subject: `act:${slug}`,
    owner: me.id,
    kept: data.drafts.act,
    pristine: { values: pristine, revision },
    isTouched: isDraftTouched(pristine),
  });
  const { values } = draft.body;

  // An untouched form follows the record: another editor's signature makes another act the plausible one.
  const untouched = draft.state === "none" && !isTouched(values, pristine);
  const followed = useRef({ pristine, revision });
  useEffect(() => {
    const isOld = followed.current.pristine !== pristine || followed.current.revision !== revision;
    if (!untouched || !isOld) return;
    followed.current = { pristine, revision };
    draft.drop({ values: pristine, revision });
  }, [untouched, pristine, revision, draft.drop]);

  const openForm = () => {
    setCorrecting(null);
    requestAnimationFrame(() => focusField("act-date"));
  };
  useEffect(() => {
    if (data.open === "act") focusField("act-date");
    if (data.open === "fields") focusField("field-title");
  }, [data.open]);

  const checked = () => {
    if (!busy) {
      void write(
        { method: "POST", path: writePaths.checks(slug), body: {}, revision: null },
        "Checked: nothing new.",
      );
    }
  };
  const choose = (key: string) => {
    const kind = kindByKey(next, key);
    if (kind && !correcting)
      draft.change({ ...draft.body, values: { ...values, kind, actor: usualActor(kind) } });
    focusField("act-kind");
  };
  useKeys({
    n: openForm,
    c: checked,
    e: () => focusField("field-title"),
    ...Object.fromEntries([..."1234567890"].map((key) => [key, () => choose(key)])),
  });

  const recorded = ({ words, id, revision: at, proposed }: Recorded) => {
    setCorrecting(null);
    setSaid(proposed ? "Sent for review." : words);
    if (proposed || id === null || at === null || correcting) {
      notify({ kind: "done", words: proposed ? `${words}. An editor will decide.` : words });
      return;
    }
    notify({
      kind: "done",
      words,
      undo: () =>
        void write(
          { method: "POST", path: writePaths.actWithdrawal(id), body: { reason: "undone" }, revision: at },
          "Undone.",
        ),
    });
  };
  return (
    <div className="agreement-desk">
      <p className="vh" role="status">
        {said}
      </p>
      {isError ? (
        <p className="notice warn">
          The server cannot be reached just now. What you see may be older; what you type is kept.
        </p>
      ) : null}
      <Presence slug={slug} />
      <LaneCard agreement={agreement} values={correcting ? pristine : values} today={today} />
      <div className="desk-columns">
        <div>
          {correcting ? (
            <Correction
              key={correcting.id}
              data={data}
              {...{ agreement, next }}
              onRecorded={recorded}
              act={correcting}
              onCancel={() => setCorrecting(null)}
            />
          ) : (
            <ActForm
              {...{ data, agreement, next, draft, pristine }}
              target={{ mode: "new" }}
              onRecorded={recorded}
              onCancel={() => undefined}
            />
          )}
          <FactsCards data={data} agreement={agreement} />
        </div>
        <div className="desk-side">
          <div className="actions">
            <button
              type="button"
              className="btn"
              onClick={checked}
              disabled={busy || proposes}
              aria-keyshortcuts="c"
            >
              Checked, nothing new
            </button>
            <a className="btn" href={paths.agreement(slug)}>
              Public page
            </a>
          </div>
          <p className="note">
            {agreement.checkedOn ? `Last checked ${dateInWords(agreement.checkedOn)}.` : "Never checked yet."}{" "}
            Revision {revision}.
          </p>
          <DeskActs acts={agreement.acts} onCorrect={setCorrecting} onWithdraw={setWithdrawing} />
        </div>
      </div>
      {withdrawing ? (
        <ReasonDialog
          title={`Withdraw: ${withdrawing.label}, ${dateInWords(withdrawing.date)}`}
          explanation="It is no longer held to be true. It stays in the history, with your reason."
          submit={proposes ? "Propose the withdrawal" : "Withdraw"}
          onClose={() => setWithdrawing(null)}
          onSubmit={(reason) =>
            void write(
              {
                method: "POST",
                path: writePaths.actWithdrawal(withdrawing.id),
                body: { reason },
                revision,
              },
              "Withdrawn.",
            )
          }
        />
      ) : null}
    </div>
  );
}
