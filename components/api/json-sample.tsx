/** An answer as text. A long one scrolls inside its box, also by keyboard. */
export function JsonSample({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable.
    <section className="sample" tabIndex={0} aria-label={label}>
      <pre>{text}</pre>
    </section>
  );
}
