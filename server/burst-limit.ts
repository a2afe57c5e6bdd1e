/**
 * A limit far beyond what a person or an honest script does: a bucket of tokens for each address. It keeps one client
 * from taking the whole server; it is no meter of reading, which is open.
 */

export interface BurstLimit {
  perSecond: number;
  burst: number;
  /** How many addresses are remembered; the one unseen for longest is forgotten first. */
  addresses: number;
}

/** Answers whether the address may go on at the moment `ms` (of a clock that only goes forward). */
export function createBurstLimit({ perSecond, burst, addresses }: BurstLimit) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (address: string, ms: number): boolean => {
    const held = buckets.get(address) ?? { tokens: burst, at: ms };
    const tokens = Math.min(burst, held.tokens + ((ms - held.at) * perSecond) / 1000);
    const passes = tokens >= 1;
    // Put back at the end: the map keeps the order in which addresses were last seen.
    buckets.delete(address);
    buckets.set(address, { tokens: passes ? tokens - 1 : tokens, at: ms });
    if (buckets.size > addresses) {
      const [oldest] = buckets.keys();
      if (oldest !== undefined) buckets.delete(oldest);
    }
    return passes;
  };
}

/** Addresses of one IPv6 network are one client. Takes an address in its plain form. */
export function clientKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const front = head.split(":").filter(Boolean);
  const back = tail.split(":").filter(Boolean);
  const zeros = address.includes("::") ? Array(Math.max(0, 8 - front.length - back.length)).fill("0") : [];
  return `${[...front, ...zeros, ...back].slice(0, 4).join(":")}::/64`;
}
