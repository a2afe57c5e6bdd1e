/**
 * Which addresses a source may have: pages of the public web. Nothing here is ever fetched by the server; a link into
 * somebody's own network would still be a trap for whoever follows it. Source: RFC 6890, special-purpose addresses.
 */

/** First address and length of each block of IPv4 that is not of the public web. */
const closedBlocks: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

const closedEndings = ["localhost", "local", "internal", "intranet", "lan", "corp", "arpa"];

const numberOf = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

const isClosedIpv4 = (address: string): boolean =>
  closedBlocks.some(
    ([first, bits]) =>
      Math.floor(numberOf(address) / 2 ** (32 - bits)) === Math.floor(numberOf(first) / 2 ** (32 - bits)),
  );

/** Global unicast is 2000::/3; in it Teredo, documentation and 6to4 lead elsewhere. */
const isOpenIpv6 = (address: string): boolean =>
  /^[23][0-9a-f]{3}:/.test(address) && !/^(?:2001:(?:0|db8|10|20)?:|2002:|3fff:)/.test(address);

function isPublicHost(host: string): boolean {
  if (host.startsWith("[")) return isOpenIpv6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return !isClosedIpv4(host);
  const labels = host.replace(/\.$/, "").split(".");
  return labels.length > 1 && !closedEndings.includes(labels.at(-1) ?? "");
}

/** What is wrong with the address of a source; null when it may be one. At most 2000 characters. */
export function sourceAddressProblem(text: string): string | null {
  if (text.length > 2000) return "2000 characters at most";
  if (/[\s\\<>"\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(text))
    return "an address without spaces and invisible characters";
  const url = URL.parse(text);
  if (!url || !/^https?:\/\/[^/]/i.test(text)) return "a web address, http:// or https://";
  if (url.username !== "" || url.password !== "") return "an address without a user name or password in it";
  return isPublicHost(url.hostname) ? null : "an address on the public web, not in a private network";
}
