/**
 * Hashing passwords, with better-auth's own scrypt (32 MiB each). Two at once at the most: a crowd that guesses must
 * take neither the memory nor the threads that everybody else needs.
 */
import { hashPassword as hash, verifyPassword as verify } from "better-auth/crypto";

const most = 2;
const key = Symbol.for("accords.hashing");

interface Hashing {
  running: number;
  waiting: (() => void)[];
}

/** On `globalThis` because one process loads this module several times. */
const held = globalThis as { [key]?: Hashing };

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  held[key] ??= { running: 0, waiting: [] };
  const hashing = held[key];
  if (hashing.running >= most) await new Promise<void>((go) => hashing.waiting.push(go));
  else hashing.running += 1;
  try {
    return await work();
  } finally {
    // The turn is handed on, not given back, so that nobody slips in between.
    const next = hashing.waiting.shift();
    if (next) next();
    else hashing.running -= 1;
  }
}

/** The salt and the hash, as the database keeps them. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password));

export const verifyPassword = (given: { hash: string; password: string }): Promise<boolean> =>
  inTurn(() => verify(given));
