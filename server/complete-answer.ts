/**
 * What happens to an answer on its way out: a page is gathered, so that its policy can name the scripts in it, and
 * leaves in one piece; other text is compressed as it comes; everything gets the headers of its kind.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createGzip, type Gzip, gzip } from "node:zlib";
import { policyOf } from "./content-policy.ts";
import { scriptHashes } from "./inline-scripts.ts";

interface Outgoing {
  path: string;
  /** Inline scripts that pages may run as they are. */
  fixedScripts: ReadonlySet<string>;
  /** Called when all of the answer is written, or when from now on the client's reading sets the pace. */
  written: () => void;
}

const text =
  /^(text\/|image\/svg|application\/(json|problem\+json|javascript|xml|atom\+xml|manifest\+json)|font\/ttf)/;
/** Below this many bytes compressing gains nothing. */
const smallBytes = 1024;

const takesGzip = ({ headers }: IncomingMessage): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))|,|$)/i.test(String(headers["accept-encoding"] ?? ""));

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === "string")
    return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

const hasNoBody = ({ method }: IncomingMessage, { statusCode }: ServerResponse): boolean =>
  method === "HEAD" || statusCode === 204 || statusCode === 304;

function varyByEncoding(response: ServerResponse): void {
  const vary = String(response.getHeader("vary") ?? "");
  if (!/accept-encoding/i.test(vary))
    response.setHeader("Vary", vary === "" ? "Accept-Encoding" : `${vary}, Accept-Encoding`);
}

/** Text that is neither small, nor packed already, nor a part of something. */
function isWorthPacking(response: ServerResponse, type: string): boolean {
  const length = response.getHeader("content-length");
  if (!text.test(type) || response.hasHeader("content-encoding") || response.statusCode === 206) return false;
  return length === undefined || Number(length) >= smallBytes;
}

function setHeadersOf(
  response: ServerResponse,
  { path }: Outgoing,
  type: string,
  hashes: readonly string[] = [],
) {
  response.setHeader("Content-Security-Policy", policyOf(path, type, hashes));
  // Pictures may stand in other people's pages; a page and its data are read there through CORS or a frame.
  const open = type.startsWith("image/") || path.startsWith("/embed/");
  response.setHeader("Cross-Origin-Resource-Policy", open ? "cross-origin" : "same-origin");
}

/** Takes over the writing methods of a response. To be called before anybody writes to it. */
export function completeAnswer(request: IncomingMessage, response: ServerResponse, outgoing: Outgoing): void {
  const { writeHead } = response;
  const write = response.write.bind(response) as (chunk: Buffer) => boolean;
  const end = response.end.bind(response) as (chunk?: Buffer) => ServerResponse;
  const flushHeaders = response.flushHeaders.bind(response);
  const parts: Buffer[] = [];
  let way: "gather" | "pack" | "pass" | undefined;
  let packer: Gzip | undefined;

  const pack = (): Gzip => {
    response.removeHeader("Content-Length");
    response.setHeader("Content-Encoding", "gzip");
    const stream = createGzip();
    stream.on("data", (chunk: Buffer) => void (write(chunk) || stream.pause()));
    stream.on("end", () => end());
    stream.on("drain", () => response.emit("drain"));
    response.on("drain", () => stream.resume());
    response.once("close", () => stream.destroy());
    return stream;
  };

  /** Chosen when the first byte comes: until then the headers may still change. */
  const choose = () => {
    if (way !== undefined) return way;
    // Node itself calls it when the first byte goes.
    response.writeHead = writeHead;
    const type = String(response.getHeader("content-type") ?? "");
    setHeadersOf(response, outgoing, type);
    if (hasNoBody(request, response)) way = "pass";
    else if (type.startsWith("text/html")) way = "gather";
    else if (!isWorthPacking(response, type)) way = "pass";
    else {
      varyByEncoding(response);
      way = takesGzip(request) ? "pack" : "pass";
    }
    if (way === "pack") packer = pack();
    return way;
  };

  const sendWhole = (body: Buffer) => {
    response.setHeader("Content-Length", body.length);
    end(body);
  };
  const sendPage = () => {
    const page = Buffer.concat(parts);
    setHeadersOf(response, outgoing, "text/html", scriptHashes(page.toString("utf8"), outgoing.fixedScripts));
    varyByEncoding(response);
    if (page.length < smallBytes || !takesGzip(request)) return sendWhole(page);
    gzip(page, (error, packed) => {
      if (error) return sendWhole(page);
      response.setHeader("Content-Encoding", "gzip");
      sendWhole(packed);
    });
  };

  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    if (typeof rest[0] === "string") response.statusMessage = rest[0];
    setAll(response, rest.at(-1));
    return response;
  };
  response.flushHeaders = () => {
    if (choose() === "pass") flushHeaders();
  };
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    const bytes = bytesOf(chunk, rest[0]);
    const done = rest.at(-1);
    const chosen = choose();
    if (chosen === "gather") parts.push(bytes);
    if (typeof done === "function") process.nextTick(done as () => void);
    if (chosen === "gather") return true;
    const goesOn = packer ? packer.write(bytes) : write(bytes);
    if (!goesOn) outgoing.written();
    return goesOn;
  };
  response.end = (...given: unknown[]) => {
    outgoing.written();
    const done = given.at(-1);
    if (typeof done === "function") response.once("finish", done as () => void);
    const bytes = bytesOf(given[0], given[1]);
    const chosen = choose();
    if (chosen === "gather") {
      parts.push(bytes);
      sendPage();
    } else if (chosen === "pack") packer?.end(bytes);
    else if (bytes.length > 0) end(bytes);
    else end();
    return response;
  };
}

/** The headers of `writeHead`: an object, or names and values in turn. */
function setAll(response: ServerResponse, headers: unknown): void {
  if (headers === null || typeof headers !== "object") return;
  const pairs = Array.isArray(headers)
    ? headers.flatMap((one, index) => (index % 2 === 0 ? [[one, headers[index + 1]]] : []))
    : Object.entries(headers);
  for (const [name, value] of pairs) if (value !== undefined) response.setHeader(String(name), value);
}
