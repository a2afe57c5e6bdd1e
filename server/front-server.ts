/** The HTTP server in front of Next: it limits, cleans, names and logs each request, then hands it on. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Log, RouteNames } from "./access-log.ts";
import { clientKey, createBurstLimit } from "./burst-limit.ts";
import { completeAnswer } from "./complete-answer.ts";
import { textOf } from "./console-log.ts";
import type { Ahead } from "./list-ahead.ts";
import { refusalAnswer } from "./refusal-answer.ts";
import { cleanHeaders, clientHeader, peerAddress, requestIdOf, type Trust } from "./request-headers.ts";
import {
  bodyTimeLimit,
  isImportPath,
  type Limits,
  pathOf,
  type Refusal,
  refusalOf,
  refusalOfMethod,
  refusals,
  takesTurn,
  limits as usualLimits,
} from "./request-limits.ts";
import { sameQuestion } from "./same-question.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Sharing } from "./shared-answer.ts";
import { createSharedAnswers, type SharedAnswers } from "./shared-answers.ts";
import { createTurnstile, type Turnstile } from "./turnstile.ts";

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

interface Settings {
  handle: Handle;
  log: Log;
  routes: RouteNames;
  trusts: Trust;
  isHttps: boolean;
  /** Inline scripts that pages may run as they are. */
  fixedScripts: ReadonlySet<string>;
  /** The revision of the record, by which answers are kept; null: none is kept. */
  revision: (() => Promise<string>) | null;
  /** Answers that are made without Next. */
  ahead?: Ahead;
  /** Other than the usual ones in tests that would wait too long. */
  limits?: Limits;
}

export interface FrontServer {
  server: Server;
  /** Lets requests under way finish, then resolves: true when none had to be cut. */
  drain: () => Promise<boolean>;
}

/** The settings and what the server remembers between requests. */
interface Front extends Settings {
  limits: Limits;
  passes: ReturnType<typeof createBurstLimit>;
  turnstile: Turnstile;
  shared: SharedAnswers | null;
  draining: boolean;
  /** The answers that have not left. */
  live: Set<ServerResponse>;
  /** The answer that a connection is waiting for, the last one of several. */
  answers: WeakMap<Duplex, ServerResponse>;
  /** How many answers a connection is waiting for: more than one when it does not wait for the first. */
  waiting: WeakMap<Duplex, number>;
}

export function createFrontServer(settings: Settings): FrontServer {
  const limits = settings.limits ?? usualLimits;
  const front: Front = {
    ...settings,
    limits,
    passes: createBurstLimit(limits.burst),
    turnstile: createTurnstile(limits.turnstile),
    shared: settings.revision && createSharedAnswers(settings.revision, limits.kept),
    draining: false,
    live: new Set(),
    answers: new WeakMap(),
    waiting: new WeakMap(),
  };
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.bodyMs + limits.importBytes / limits.bodyBytesPerMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    (request, response) => serve(request, response, front),
  );
  // A client that asks first is told to send its body only when it may.
  server.on("checkContinue", (request, response) => serve(request, response, front, true));
  server.timeout = limits.silenceMs;
  server.maxConnections = limits.connections;
  server.on("upgrade", (request, socket) => refuseUpgrade(request, socket, front));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const status = statusOfBrokenRequest(error.code);
    settings.log({ lvl: "info", msg: "broken request", st: Number.parseInt(status, 10), code: error.code });
    // In the middle of an answer another one would be taken for a part of it.
    const isAnswered = front.answers.get(socket)?.headersSent;
    if (socket.writable && !isAnswered) socket.write(bareAnswer(status));
    if (socket instanceof Socket) socket.destroySoon();
    else socket.destroy();
  });

  const drain = () => {
    front.draining = true;
    // Else a client would send its next request on a connection that is about to end.
    for (const response of front.live) if (!response.headersSent) response.setHeader("Connection", "close");
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

function serve(request: IncomingMessage, response: ServerResponse, front: Front, asksFirst = false) {
  const { isHttps, trusts, limits } = front;
  const path = pathOf(request.url ?? "");
  const requestId = requestIdOf(request.headers);
  front.answers.set(request.socket, response);
  front.live.add(response);
  // Each part of the front server listens for the end on its own, and Next does too: none is forgotten.
  response.setMaxListeners(20);
  response.once("close", () => front.live.delete(response));
  countWaiting(request, response, front);
  logWhenDone(request, response, path, requestId, front);

  if (front.draining) response.setHeader("Connection", "close");
  response.setHeader("X-Request-Id", requestId);
  for (const [name, value] of securityHeaders(path, isHttps)) response.setHeader(name, value);
  cleanHeaders(request.headers, peerAddress(request.socket.remoteAddress), trusts, requestId);

  const refusal = reasonToRefuse(request, path, front);
  if (refusal) return refuse(request, response, refusal, path, requestId);

  if (asksFirst) response.writeContinue();
  limitBodyTime(request, response, limits);
  if (isImportPath(path)) allowSilence(request, response, limits);
  const begin = (sharing: Sharing | null) => takeTurn(request, response, { path, requestId, sharing }, front);
  const question = front.shared && sameQuestion(request, path);
  if (!front.shared || question === null) return begin(null);
  front.shared.answer(request, response, question, begin).catch((fault) => {
    front.log({ lvl: "error", msg: "request failed", rid: requestId, error: textOf(fault) });
    response.destroy();
  });
}

interface Asked {
  path: string;
  requestId: string;
  sharing: Sharing | null;
}

/** Hands the request on when there is a place for it. */
function takeTurn(request: IncomingMessage, response: ServerResponse, asked: Asked, front: Front) {
  const hand = (written: () => void) => handOn(request, response, { ...asked, written }, front);
  if (!takesTurn(request.method ?? "", asked.path)) return hand(() => {});
  const isIn = front.turnstile.enter((leave) => {
    // Nobody waits any more for what a client who went away asked for.
    if (response.destroyed) return leave();
    response.once("close", leave);
    hand(leave);
  });
  if (isIn) return;
  asked.sharing?.apart();
  refuse(request, response, refusals.crowded, asked.path, asked.requestId);
}

interface Handed extends Asked {
  written: () => void;
}

function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  { path, requestId, written, sharing }: Handed,
  { handle, ahead, log, fixedScripts }: Front,
) {
  completeAnswer(request, response, { path, fixedScripts, written, sharing });
  const answered = sharing && ahead ? ahead(request, response) : Promise.resolve(false);
  const whole = answered.then((isDone) => isDone || handle(request, response));
  whole.catch((fault) => {
    log({ lvl: "error", msg: "request failed", rid: requestId, error: textOf(fault) });
    response.destroy();
  });
}

/** A long import may answer late; the next request on the same connection may not. */
function allowSilence({ socket }: IncomingMessage, response: ServerResponse, limits: Limits) {
  socket.setTimeout(limits.importSilenceMs);
  response.once("close", () => socket.setTimeout(limits.silenceMs));
}

function countWaiting({ socket }: IncomingMessage, response: ServerResponse, { waiting }: Front) {
  waiting.set(socket, (waiting.get(socket) ?? 0) + 1);
  response.once("close", () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
}

function reasonToRefuse(request: IncomingMessage, path: string, front: Front): Refusal | null {
  const client = clientKey(String(request.headers[clientHeader]));
  if (!front.passes(client, performance.now())) return refusals.burst;
  if ((front.waiting.get(request.socket) ?? 0) > front.limits.pipelined) return refusals.pipelined;
  return (
    refusalOf(request, front.limits) ?? refusalOfMethod(request.method ?? "", front.routes.methodsAt(path))
  );
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
  if (request.method === "HEAD") return response.end();
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

/** Cuts a body that takes too long, and what is still being sent when the answer is long there. */
function limitBodyTime(request: IncomingMessage, response: ServerResponse, limits: Limits) {
  if (!hasBody(request)) return;
  const cut = () => request.complete || request.socket.destroy();
  const timer = setTimeout(cut, bodyTimeLimit(request.headers, limits));
  request.once("close", () => clearTimeout(timer));
  response.once("finish", () => void setTimeout(cut, limits.lateBodyMs).unref());
}

function logWhenDone(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  requestId: string,
  { log, routes }: Settings,
) {
  const start = performance.now();
  const { method } = request;
  response.once("close", () => {
    // 499 as elsewhere: the client went away, or was cut, before there was an answer.
    const st = response.headersSent ? response.statusCode : 499;
    log({
      lvl: st >= 500 ? "error" : path.startsWith("/_next/") ? "debug" : "info",
      msg: response.writableFinished ? "request" : "request cut",
      rid: requestId,
      method,
      path: routes.nameOf(path),
      st,
      ms: Math.round(performance.now() - start),
    });
  });
}

function refuseUpgrade(request: IncomingMessage, socket: NodeJS.WritableStream, { log, routes }: Settings) {
  const path = routes.nameOf(pathOf(request.url ?? ""));
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
