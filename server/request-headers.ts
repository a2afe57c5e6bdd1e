/** What a client may say about itself: headers that only a proxy or Next itself may set are taken away. */
import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { BlockList, isIPv6 } from "node:net";

const forged = new RegExp(
  [
    "^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|x-cluster-client-ip",
    "|x-middleware-.*|x-nextjs-.*|x-next-.*|x-invoke-.*|x-matched-path|x-now-.*|x-vercel-.*|x-prerender-.*",
    "|x-original-url|x-rewrite-url|x-http-method.*|x-method-override|x-accords-.*",
    // Nothing here is a server action, resumes a page or is developed.
    "|next-action|next-resume.*|next-hmr-.*|next-test-.*|x-action-.*|x-postponed.*)$",
  ].join(""),
);

/** The address of whoever asks, for limits; nobody but this server can set it. */
export const clientHeader = "x-accords-client";

/** True for the addresses whose word about the client is believed. */
export type Trust = (address: string) => boolean;

/** A check made from addresses and CIDR blocks. */
export function trustOf(proxies: string[]): Trust {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** The address of the peer in its plain form: an IPv4 client of a dual socket is an IPv4 client. */
export function peerAddress(remote: string | undefined): string {
  return (remote ?? "").replace(/^::ffff:(?=\d+\.)/, "");
}

/** Changes the headers in place: after it they say who asks, and nothing that was forged. */
export function cleanHeaders(headers: IncomingHttpHeaders, peer: string, trusts: Trust, requestId: string) {
  const believed = peer !== "" && trusts(peer);
  const client = believed ? lastOf(headers["x-forwarded-for"]) : undefined;
  const isHttps = believed && lastOf(headers["x-forwarded-proto"]) === "https";
  for (const name of Object.keys(headers)) if (forged.test(name)) delete headers[name];
  headers["x-forwarded-for"] = client ?? peer;
  headers[clientHeader] = client ?? peer;
  if (isHttps) headers["x-forwarded-proto"] = "https";
  headers["x-request-id"] = requestId;
}

/** The last entry is the one that the proxy itself added; all before it were sent by the client. */
function lastOf(header: string | string[] | undefined): string | undefined {
  return String(header ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)
    .at(-1);
}

/** The id that joins an answer to its lines in the log; a caller may bring its own. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
