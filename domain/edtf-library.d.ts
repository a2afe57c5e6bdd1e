/** The part of the `edtf` library that we use; it ships no types. */
declare module "edtf" {
  /** Throws on text that is no EDTF of the level. */
  export function parse(text: string, options: { level: 0 | 1 | 2 }): { type: string; level: number };
}
