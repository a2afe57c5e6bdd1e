"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { TextArea } from "./text-field.tsx";

/** Asks why, in a dialog over the page; Escape and Cancel change nothing. */
export function ReasonDialog({
  title,
  explanation,
  submit,
  label = "Reason",
  onSubmit,
  onClose,
}: {
  title: string;
  explanation: string;
  submit: string;
  label?: string;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (reason.trim() === "") {
      setProblem("Say why.");
      document.getElementById("dialog-reason")?.focus();
      return;
    }
    dialog.current?.close();
    onSubmit(reason.trim());
  };
  return (
    <dialog ref={dialog} className="desk-dialog" aria-labelledby="dialog-title" onClose={onClose}>
      <form
        onSubmit={send}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
        }}
        noValidate
      >
        <h2 id="dialog-title">{title}</h2>
        <p className="note">{explanation}</p>
        <TextArea
          id="dialog-reason"
          label={label}
          value={reason}
          maxLength={1000}
          problem={problem}
          onChange={(text) => {
            setReason(text);
            setProblem(undefined);
          }}
        />
        <div className="actions form-end">
          <button type="submit" className="btn primary">
            {submit}
          </button>
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </div>
      </form>
    </dialog>
  );
}
