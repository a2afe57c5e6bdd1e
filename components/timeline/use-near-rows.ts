import { type RefObject, useEffect, useState } from "react";

/** Rows this far outside the window count as seen: a reader who scrolls finds them drawn. */
const margin = "300px 0px";

/**
 * The ids of the rows of a list that can be seen; null as long as that is not known, and for short lists, where
 * watching would cost more than it saves.
 */
export function useNearRows(
  list: RefObject<HTMLOListElement | null>,
  rows: number,
  most: number,
): ReadonlySet<string> | null {
  const [near, setNear] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (rows <= most || !list.current) return setNear(null);
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        setNear(new Set(seen));
      },
      { rootMargin: margin },
    );
    for (const row of list.current.children) observer.observe(row);
    return () => observer.disconnect();
  }, [list, rows, most]);
  return near;
}
