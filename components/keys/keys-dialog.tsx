"use client";

import { useEffect, useRef, useState } from "react";
import { Icon } from "../icon.tsx";
import { deskKeyGroups, keyGroups } from "./key-list.ts";
import { keepShortcuts, shortcutsOn } from "./setting.ts";

/** The list of keys, and the switch that turns the keys of one letter off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [on, setOn] = useState(shortcutsOn);
  const groups = window.location.pathname.startsWith("/desk")
    ? [...keyGroups.slice(0, 1), ...deskKeyGroups]
    : keyGroups;
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="keys" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <div className="head">
        <h2 id="keys-title">Keyboard shortcuts</h2>
        <button type="button" className="tool" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget: { checked } }) => {
            keepShortcuts(checked);
            setOn(checked);
          }}
        />
        Use keys of one letter
      </label>
      {groups.map(({ title, keys }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  );
}
