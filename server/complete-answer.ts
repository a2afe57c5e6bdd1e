/**
 * What happens to an answer on its way out: a page is gathered, so that its policy can name the scripts in it, and
 * leaves in one piece; other text is compressed as it comes; everything gets the headers of its kind. An answer that
 * others wait for too is gathered whatever it is, and handed over whole.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { createGzip, type Gzip, gzip } from "node:zlib";
import { isWorthPacking, setHeadersOf, smallBytes, typeOf, varyByEncoding } from "./answer-headers.ts";
import { scriptHashes } from "./inline-scripts.ts";
import { takesGzip } from "./same-question.ts";
import { mayBeShared, type Sharing, wholeAnswer } from "./shared-answer.ts";

interface Outgoing {
  path: string;
  /** Inline scripts that pages may run as they are. */
  fixedScripts: ReadonlySet<string>;
  /** Called when all of the answer is written, or when from now on the client's reading sets the pace. */
  written: () => void;
  /** Who else waits for this answer; null when nobody may. */
  sharing: Sharing | null;
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === "string")
    return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

const hasNoBody = ({ method }: IncomingMessage, { statusCode }: ServerResponse): boolean =>
  method === "HEAD" || statusCode === 204 || statusCode === 304;

type Way = "share" | "gather" | "pack" | "pass";

/** Takes over the writing methods of a response. To be called before anybody writes to it. */
export function completeAnswer(request: IncomingMessage, response: ServerResponse, outgoing: Outgoing): void {
  const { path, sharing, fixedScripts } = outgoing;
  const own = {
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
    write: response.write,
    end: response.end,
  };
  const write = response.write.bind(response) as (chunk: Buffer) => boolean;
  const end = response.end.bind(response) as (chunk?: Buffer) => ServerResponse;
  const flushHeaders = response.flushHeaders.bind(response);
  let parts: Buffer[] = [];
  let gathered = 0;
  let way: Way | undefined;
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

  /** The way of an answer that nobody else waits for. */
  const goApart = () => {
    // Node itself calls it when the first byte goes.
    response.writeHead = own.writeHead;
    setHeadersOf(response, path);
    if (hasNoBody(request, response)) way = "pass";
    else if (typeOf(response).startsWith("text/html")) way = "gather";
    else if (!isWorthPacking(response)) way = "pass";
    else {
      varyByEncoding(response);
      way = takesGzip(request.headers) ? "pack" : "pass";
    }
    if (way === "pack") packer = pack();
  };

  /** Chosen when the first byte comes: until then the headers may still change. */
  const choose = () => {
    if (way !== undefined) return;
    if (sharing && mayBeShared(response, sharing.answerBytes)) {
      way = "share";
      return;
    }
    sharing?.apart();
    goApart();
  };

  const sendWhole = (body: Buffer) => {
    response.setHeader("Content-Length", body.length);
    end(body);
  };
  const sendPage = () => {
    const page = Buffer.concat(parts);
    setHeadersOf(response, path, scriptHashes(page.toString("utf8"), fixedScripts));
    varyByEncoding(response);
    if (page.length < smallBytes || !takesGzip(request.headers)) return sendWhole(page);
    gzip(page, (error, packed) => {
      if (error) return sendWhole(page);
      response.setHeader("Content-Encoding", "gzip");
      sendWhole(packed);
    });
  };
  const share = (whole: Sharing) => {
    Object.assign(response, own);
    whole.take(wholeAnswer(response, Buffer.concat(parts), { path, fixedScripts }));
  };

  /** What was gathered to be shared goes out after all, because there is too much of it. */
  const giveUpSharing = (whole: Sharing) => {
    whole.apart();
    goApart();
    const before = parts;
    parts = [];
    for (const part of before) put(part);
  };

  /** Takes a part of the body; false when the writer should wait. */
  const put = (bytes: Buffer): boolean => {
    if (way === "pack" || way === "pass") return packer ? packer.write(bytes) : write(bytes);
    parts.push(bytes);
    gathered += bytes.length;
    if (way === "share" && sharing && gathered > sharing.answerBytes) giveUpSharing(sharing);
    return true;
  };

  const finish = () => {
    if (way === "share" && sharing) share(sharing);
    else if (way === "gather") sendPage();
    else if (packer) packer.end();
    else end();
  };

  response.writeHead = (status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    if (typeof rest[0] === "string") response.statusMessage = rest[0];
    setAll(response, rest.at(-1));
    return response;
  };
  response.flushHeaders = () => {
    choose();
    if (way === "pass") flushHeaders();
  };
  response.write = (chunk: unknown, ...rest: unknown[]) => {
    choose();
    const done = rest.at(-1);
    if (typeof done === "function") process.nextTick(done as () => void);
    const goesOn = put(bytesOf(chunk, rest[0]));
    if (!goesOn) outgoing.written();
    return goesOn;
  };
  response.end = (...given: unknown[]) => {
    outgoing.written();
    const done = given.at(-1);
    if (typeof done === "function") response.once("finish", done as () => void);
    choose();
    const bytes = bytesOf(given[0], given[1]);
    if (bytes.length === 0) finish();
    // In one piece its length is known, and need not be sent in chunks.
    else if (way === "pass") end(bytes);
    else {
      put(bytes);
      finish();
    }
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
