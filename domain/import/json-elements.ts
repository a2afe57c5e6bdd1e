/**
 * Cuts a stream of JSON into its records without holding more than one: the elements of a top-level array, of the
 * array under `data`, `rows` or `agreements` of a top-level object, or one value after another (JSON Lines). Works on
 * UTF-8 bytes, since what parts records is ASCII.
 */

/** The bytes of one record; null for one that is too long. */
export type Element = Uint8Array | null;

/** How the stream ended: well, within a record or list, or with something behind its list. */
export type Ending = "whole" | "open" | "more";

export interface ElementCutter {
  /** The records that end within these bytes. */
  push(bytes: Uint8Array): Element[];
  end(): { rest: Element[]; ending: Ending };
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
const wrappers = new Set(['"data"', '"rows"', '"agreements"']);
/** Where records lie: one after another, in a list, in a list within an object. */
const lines = 0;
const list = 1;
const wrapped = 2;

/** A cutter for records of at most `most` bytes; `form` is what the sender says it is. */
export function cutElements(most: number, form: "json" | "lines" = "json"): ElementCutter {
  let record = new Uint8Array(4096);
  let length = 0;
  let tooLong = false;
  let level = lines;
  let depth = 0;
  let begun = false;
  let inText = false;
  let escaped = false;
  /** Where the last text of the outermost object begins and ends: the name of its next member. */
  let name: [number, number] = [0, 0];
  let over = false;
  let more = false;

  function take(): Element[] {
    const done: Element[] = tooLong ? [null] : length === 0 ? [] : [record.slice(0, length)];
    length = 0;
    tooLong = false;
    return done;
  }

  function add(byte: number): void {
    if (tooLong) return;
    if (length === record.length) {
      const larger = new Uint8Array(length * 2);
      larger.set(record);
      record = larger;
    }
    record[length] = byte;
    length += 1;
    if (length > most) {
      tooLong = true;
      length = 0;
    }
  }

  /** True when this bracket opens the list whose elements are the records. */
  function opensList(byte: number): boolean {
    if (byte !== openList || form === "lines" || level !== lines) return false;
    if (!begun) return true;
    if (depth !== 1 || tooLong || record[0] !== openObject) return false;
    return wrappers.has(String.fromCharCode(...record.slice(...name)));
  }

  function inQuotes(byte: number): void {
    add(byte);
    if (escaped) escaped = false;
    else if (byte === backslash) escaped = true;
    else if (byte === quote) {
      inText = false;
      if (depth === 1 && level === lines) name = [name[0], Math.min(length, name[0] + 20)];
    }
  }

  function step(byte: number): Element[] {
    if (inText) {
      inQuotes(byte);
      return [];
    }
    if (over) {
      // Behind a list within an object come the object's other members.
      if (level === list && !isSpace(byte)) more = true;
      return [];
    }
    if (depth === level && isSpace(byte)) return level === lines ? take() : [];
    if (opensList(byte)) {
      level = begun ? wrapped : list;
      depth = level;
      begun = true;
      length = 0;
      return [];
    }
    begun = true;
    if (depth === level && level !== lines && (byte === comma || byte === closeList)) {
      over = byte === closeList;
      return take();
    }
    add(byte);
    if (byte === quote) {
      inText = true;
      if (depth === 1 && level === lines) name = [length - 1, length - 1];
    } else if (byte === openList || byte === openObject) depth += 1;
    else if (byte === closeList || byte === closeObject) {
      depth = Math.max(level, depth - 1);
      if (depth === lines && level === lines) return take();
    }
    return [];
  }

  return {
    push(bytes) {
      const done: Element[] = [];
      for (const byte of bytes) {
        const taken = step(byte);
        if (taken.length > 0) done.push(...taken);
      }
      return done;
    },
    end() {
      const open = !over && (inText || depth > 0);
      return { rest: take(), ending: open ? "open" : more ? "more" : "whole" };
    },
  };
}
