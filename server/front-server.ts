/** The HTTP server in front of Next: it limits, cleans, names and logs each request, then hands it on. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Log } from "./access-log.ts";
import { refusalAnswer } from "./refusal-answer.ts";
import { cleanHeaders, peerAddress, requestIdOf, type Trust } from "./request-headers.ts";
import { bodyTimeLimit, limits, pathOf, type Refusal, refusalOf } from "./request-limits.ts";
import { securityHeaders } from "./security-headers.ts";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

interface Settings {
  handle: Handle;
  log: Log;
  routeName: (path: string) => string;
  trusts: Trust;
  isHttps: boolean;
}

export interface FrontServer {
  server: Server;
  /** Lets requests under way finish, then resolves: true when none had to be cut. */
  drain: () => Promise<boolean>;
}

export function createFrontServer(settings: Settings): FrontServer {
  let draining = false;
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.bodyMs + limits.importBytes / limits.bodyBytesPerMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => {
      if (draining) response.setHeader("Connection", "close");
      serve(request, response, settings);
    },
  );
  server.timeout = limits.silenceMs;
  server.maxConnections = limits.connections;
  server.on("upgrade", (request, socket) => refuseUpgrade(request, socket, settings));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const status = statusOfBrokenRequest(error.code);
    settings.log({ lvl: "info", msg: "broken request", st: Number.parseInt(status, 10), code: error.code });
    if (socket.writable) socket.end(bareAnswer(status));
    else socket.destroy();
  });

  const drain = () => {
    draining = true;
    return new Promise<boolean>((done) => {
      const timer = setTimeout(() => {
        server.closeAllConnections();
        done(false);
      }, limits.drainMs);
      const sweep = setInterval(() => server.closeIdleConnections(), 100);
      server.close(() => {
        clearTimeout(timer);
        clearInterval(sweep);
        done(true);
      });
    });
  };
  return { server, drain };
}

function serve(request: IncomingMessage, response: ServerResponse, settings: Settings) {
  const path = pathOf(request.url ?? "");
  const requestId = requestIdOf(request.headers);
  logWhenDone(request, response, path, requestId, settings);

  response.setHeader("X-Request-Id", requestId);
  for (const [name, value] of securityHeaders(path, settings.isHttps)) response.setHeader(name, value);

  const refusal = refusalOf(request);
  if (refusal) return refuse(request, response, refusal, path, requestId);

  cleanHeaders(request.headers, peerAddress(request.socket.remoteAddress), settings.trusts, requestId);
  limitBodyTime(request);
  settings.handle(request, response).catch((fault) => {
    settings.log({ lvl: "error", msg: "request failed", rid: requestId, error: String(fault) });
    response.destroy();
  });
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  path: string,
  requestId: string,
) {
  const { status, headers, body } = refusalAnswer(refusal, path, requestId);
  response.writeHead(status, headers);
  response.write(body);
  // A client in the middle of sending sees the answer only if the connection stays open a moment longer.
  const end = () => response.end();
  if (request.complete || !hasBody(request)) return end();
  const timer = setTimeout(end, 1_000);
  request.resume().once("close", () => clearTimeout(timer));
  request.once("end", end);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function limitBodyTime(request: IncomingMessage) {
  if (!hasBody(request)) return;
  const timer = setTimeout(
    () => request.complete || request.socket.destroy(),
    bodyTimeLimit(request.headers),
  );
  request.once("close", () => clearTimeout(timer));
}

function logWhenDone(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  requestId: string,
  { log, routeName }: Settings,
) {
  const start = performance.now();
  response.once("close", () => {
    // 499 as elsewhere: the client went away, or was cut, before there was an answer.
    const st = response.headersSent ? response.statusCode : 499;
    log({
      lvl: st >= 500 ? "error" : path.startsWith("/_next/") ? "debug" : "info",
      msg: response.writableFinished ? "request" : "request cut",
      rid: requestId,
      method: request.method,
      path: routeName(path),
      st,
      ms: Math.round(performance.now() - start),
    });
  });
}

function refuseUpgrade(
  request: IncomingMessage,
  socket: NodeJS.WritableStream,
  { log, routeName }: Settings,
) {
  const path = routeName(pathOf(request.url ?? ""));
  log({ lvl: "info", msg: "upgrade refused", method: request.method, path, st: 400 });
  socket.on("error", () => {});
  socket.end(bareAnswer("400 Bad Request"));
}

function statusOfBrokenRequest(code: string | undefined): string {
  if (code === "HPE_HEADER_OVERFLOW") return "431 Request Header Fields Too Large";
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return "408 Request Timeout";
  return "400 Bad Request";
}

function bareAnswer(status: string): string {
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
}
