/**
 * Reads HTTP/1.1 answers off one connection, no further than to know their status and their end. A client that
 * understood more would take the processor from the server that it measures.
 */

export interface Answered {
  status: number;
  /** Of head and body, as they came over the wire. */
  bytes: number;
}

const headEnd = Buffer.from("\r\n\r\n");
const lastChunk = Buffer.from("0\r\n\r\n");

/** How an answer ends: after this many bytes in all, or (null) with the last chunk. */
function readHead(head: string, size: number): { status: number; total: number | null } {
  const status = Number(head.slice(9, 12));
  // “Not modified” tells the length of what it does not send.
  if (status === 304) return { status, total: size };
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return { status, total: size + Number(length) };
  const hasChunks = /\r\ntransfer-encoding: *chunked/i.test(head);
  return { status, total: hasChunks ? null : size };
}

/** Takes what arrives on a connection that has one request under way at a time; tells when its answer is whole. */
export function createResponseReader(): (part: Buffer) => Answered | null {
  let head: Buffer = Buffer.alloc(0);
  let known: { status: number; total: number | null } | null = null;
  let bytes = 0;
  let tail: Buffer = Buffer.alloc(0);
  return (part) => {
    bytes += part.length;
    if (known === null) {
      head = Buffer.concat([head, part]);
      const end = head.indexOf(headEnd);
      if (end < 0) return null;
      known = readHead(head.toString("latin1", 0, end), end + headEnd.length);
    }
    tail = part.length >= lastChunk.length ? part.subarray(-lastChunk.length) : Buffer.concat([tail, part]);
    const isWhole =
      known.total === null ? tail.subarray(-lastChunk.length).equals(lastChunk) : bytes >= known.total;
    if (!isWhole) return null;
    const answered = { status: known.status, bytes };
    [head, known, bytes, tail] = [Buffer.alloc(0), null, 0, Buffer.alloc(0)];
    return answered;
  };
}
