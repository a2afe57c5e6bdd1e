/** nginx, where there is one, with one answer of ours as a file: what sending bytes alone costs. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../e2e/free-port.js";
import { StepError, start } from "../server/run.js";
import { answering } from "./answering.ts";
import type { Asked } from "./asked.ts";
import { findNginx } from "./find-nginx.ts";
import { childrenOf } from "./process-facts.ts";
import type { Turn } from "./rounds.ts";

/** One worker, as the other servers have one thread that answers; its files are all in the folder. */
const configuration = (folder: string, port: number) => `
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1;
daemon off;
pid ${folder}/nginx.pid;
error_log stderr emerg;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; root ${folder}/files; default_type text/html; }
}
`;

/** Serves the text at `/list.html`. Throws a StepError where there is no nginx. */
export async function startNginx(folder: string, html: string): Promise<Turn[]> {
  const program = findNginx();
  if (program === null) throw new StepError("There is no nginx on this machine, and apt brings none.");
  const port = await freePort();
  mkdirSync(join(folder, "files"), { recursive: true });
  writeFileSync(join(folder, "files/list.html"), html);
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port));
  const child = start(program, ["-c", join(folder, "nginx.conf"), "-p", folder, "-e", "stderr"]);
  await answering(`http://127.0.0.1:${port}/list.html`, child);
  const pid = child.pid ?? 0;
  const asked: Asked = {
    letter: "e",
    kind: "repeat",
    name: "the same page as a file",
    paths: ["/list.html"],
  };
  return [{ asked, server: { port, pids: [pid, ...childrenOf(pid)] } }];
}
