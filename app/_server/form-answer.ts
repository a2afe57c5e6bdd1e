/**
 * What a form's POST answers: where to go on, or the page of the form with what is wrong, as the whole answer with its
 * true status. Next cannot render a page inside a route, so the server asks itself for it.
 */
import { request as ask } from "node:http";

const noStore = { "cache-control": "private, no-store" };

/** Goes on to another page of this site. */
export const goTo = (path: string, cookie?: string): Response =>
  new Response(null, {
    status: 303,
    headers: { ...noStore, location: path, ...(cookie === undefined ? {} : { "set-cookie": cookie }) },
  });

const base = (): string => `http://${process.env.HOST || "127.0.0.1"}:${process.env.PORT ?? "3000"}`;

interface FormPage {
  /** The page, with what is wrong in its query. */
  path: string;
  status: number;
  headers?: Record<string, string>;
}

/** The page as a reader without a session sees it. Where the server cannot ask itself, the browser is sent there. */
export async function answerWithPage({ path, status, headers = {} }: FormPage): Promise<Response> {
  try {
    const { body, contentType } = await pageAt(path);
    return new Response(body, { status, headers: { ...noStore, "content-type": contentType, ...headers } });
  } catch {
    return goTo(path);
  }
}

/** Not by `fetch`, which Next has replaced with one that keeps copies. */
function pageAt(path: string): Promise<{ body: string; contentType: string }> {
  return new Promise((done, fail) => {
    const asked = ask(`${base()}${path}`, { headers: { accept: "text/html" }, timeout: 10_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("error", fail);
      answer.once("end", () => {
        if (answer.statusCode !== 200) return fail(new Error(`The page answered ${answer.statusCode}.`));
        done({
          body: Buffer.concat(parts).toString("utf8"),
          contentType: answer.headers["content-type"] ?? "text/html; charset=utf-8",
        });
      });
    });
    asked.once("timeout", () => asked.destroy(new Error("The page took too long.")));
    asked.once("error", fail);
    asked.end();
  });
}
