import { FlagImage } from "./flag-image.tsx";
import { flagSource } from "./flag-source.ts";

/** A country's flag beside its name; without a file, a neutral tile with the code. */
export function Flag({ code, large = false }: { code: string; large?: boolean }) {
  return <FlagImage source={flagSource(code)} code={code} large={large} />;
}
