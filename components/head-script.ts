import { earlyInputScript } from "./early-input.ts";
import { themeScript } from "./theme.ts";

/** The one script that stands in every page itself. Its text is fixed: a policy may allow it by hash. */
export const headScript = `${themeScript};${earlyInputScript}`;
