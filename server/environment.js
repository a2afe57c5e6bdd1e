/** The settings that Accords reads from the environment, each checked once, before anything starts. */
import { isIP } from "node:net";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A setting that cannot be used; the message is a sentence for the person who set it. */
export class EnvironmentError extends Error {
  /** @override */
  name = "EnvironmentError";
}

/**
 * @typedef {object} Environment
 * @property {number} port
 * @property {string} appUrl the public address, without a slash at its end
 * @property {string} databaseUrl `file:` and an absolute path, or the address of a PostgreSQL database
 * @property {LogLevel} logLevel
 * @property {string[]} trustedProxies addresses and CIDR blocks whose X-Forwarded-For is believed
 */

/** @typedef {(typeof logLevels)[number]} LogLevel */
export const logLevels = /** @type {const} */ (["debug", "info", "error", "off"]);

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} root the folder that a relative database path starts from
 * @returns {Environment}
 */
export function readEnvironment(env, root) {
  const port = readPort(env.PORT || "3000");
  return {
    port,
    appUrl: readAppUrl(env.APP_URL || `http://localhost:${port}`, env.ALLOW_INSECURE_HTTP === "1"),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL || "file:.data/accords.db", root),
    logLevel: readLogLevel(env.LOG_LEVEL || "info"),
    trustedProxies: readTrustedProxies(env.TRUST_PROXY ?? ""),
  };
}

/** @param {Environment} environment as the variables that child processes and the app read */
export function asVariables({ port, appUrl, databaseUrl }) {
  return { PORT: String(port), APP_URL: appUrl, DATABASE_URL: databaseUrl };
}

/** @param {string} text */
function readPort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) {
    throw new EnvironmentError(`PORT is "${text}", but it must be a whole number from 1 to 65535.`);
  }
  return port;
}

/**
 * @param {string} text
 * @param {boolean} allowInsecure
 */
function readAppUrl(text, allowInsecure) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || /[?#@]/.test(text)) {
    throw new EnvironmentError(
      `APP_URL is "${withoutPassword(text)}", but it must be the address that readers type, with http:// or https:// and ` +
        "nothing after the host and port, for example https://accords.example.org.",
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !allowInsecure) {
    throw new EnvironmentError(
      `APP_URL is "${text}", but over plain http browsers refuse the sign-in cookie anywhere except on ` +
        "localhost. Use an https:// address, or set ALLOW_INSECURE_HTTP=1 for a closed network.",
    );
  }
  return url.origin;
}

/** @param {string} host */
function isLoopback(host) {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

/**
 * @param {string} text
 * @param {string} root
 */
function readDatabaseUrl(text, root) {
  if (/^postgres(ql)?:/.test(text)) return readPostgresUrl(text);
  const path = /^file:/.test(text) ? filePath(text) : null;
  if (!path || /[?#\0]/.test(path) || path.endsWith("/") || path.includes(":memory:")) {
    throw new EnvironmentError(
      `DATABASE_URL is "${withoutPassword(text)}", but it must be file: and the path of a database file, ` +
        "for example file:.data/accords.db or file:/var/lib/accords/accords.db, or the address of a " +
        "PostgreSQL database, for example postgres://accords@db.example.org/accords.",
    );
  }
  return `file:${resolve(root, path)}`;
}

/** @param {string} text */
function readPostgresUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^\/[^/]+$/.test(url.pathname) || url.hash !== "") {
    throw new EnvironmentError(
      `DATABASE_URL is "${withoutPassword(text)}", but for PostgreSQL it must be postgres://user:password@host:port/database, ` +
        "for example postgres://accords@db.example.org/accords.",
    );
  }
  return text;
}

/**
 * An address as it may stand in a log.
 * @param {string} text
 */
export function withoutPassword(text) {
  return text.replace(/\/\/[^/]*@/, "//...@").replace(/([?&]password=)[^&]*/gi, "$1...");
}

/**
 * The path of the database file, for what only files have. Throws a sentence for the address of a server.
 * @param {string} databaseUrl
 * @param {string} instead what to do there
 */
export function pathOfFile(databaseUrl, instead) {
  if (databaseUrl.startsWith("file:")) return databaseUrl.slice("file:".length);
  throw new EnvironmentError(`DATABASE_URL names a PostgreSQL database. ${instead}`);
}

/** @param {string} text `file:path`, `file:/path` or `file:///path` */
function filePath(text) {
  if (!text.startsWith("file://")) return text.slice("file:".length);
  try {
    return fileURLToPath(text);
  } catch {
    return null;
  }
}

/** @param {string} text */
function readLogLevel(text) {
  const level = logLevels.find((one) => one === text);
  if (!level) {
    throw new EnvironmentError(`LOG_LEVEL is "${text}", but it must be one of ${logLevels.join(", ")}.`);
  }
  return level;
}

/** @param {string} text */
function readTrustedProxies(text) {
  const proxies = text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
  const wrong = proxies.find((one) => !isAddressOrBlock(one));
  if (wrong) {
    throw new EnvironmentError(
      `TRUST_PROXY holds "${wrong}", but it must be a list of IP addresses or CIDR blocks with commas ` +
        "between them, for example 127.0.0.1,10.0.0.0/8.",
    );
  }
  return proxies;
}

/** @param {string} text */
function isAddressOrBlock(text) {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (!family || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
