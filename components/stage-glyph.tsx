import type { Drawing } from "#domain/stage.ts";

/**
 * The mark of a stage, one of those that `LaneDefs` draws once for the page. Always beside its words, so it is hidden
 * from readers that listen.
 */
export function StageGlyph({ drawing, size = 16 }: { drawing: Drawing; size?: number }) {
  return (
    <svg className={`glyph s-${drawing}`} width={size} height={size} viewBox="-8 -8 16 16" aria-hidden="true">
      <use href={`#glyph-${drawing}`} />
    </svg>
  );
}
