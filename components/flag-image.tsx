/**
 * The flag of a source found earlier: where a list crosses to the browser, only the address does. Low priority, or
 * every flag of a list would be fetched before the fonts.
 */
export function FlagImage({
  source,
  code,
  large = false,
}: {
  source: string | null;
  code: string;
  large?: boolean;
}) {
  const size = large ? " large" : "";
  if (source === null) {
    return (
      <span className={`flag unknown${size}`} aria-hidden="true">
        {code.toUpperCase().slice(0, 3)}
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: flags are small files served as they are; the optimiser is off.
    <img
      className={`flag${size}`}
      src={source}
      alt=""
      width={large ? 40 : 20}
      height={large ? 30 : 15}
      fetchPriority="low"
    />
  );
}
