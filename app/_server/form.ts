/** Reads a plain form: text fields of a small body, and who sent it. */
import { deviceOf } from "#domain/device.ts";

const mostBytes = 64 * 1024;

/**
 * The fields; one that is missing, or is a file, is an empty text. A body that is no form, or a long one, has no
 * fields.
 */
export async function readForm(request: Request): Promise<(name: string) => string> {
  const isSmall = Number(request.headers.get("content-length") ?? 0) <= mostBytes;
  const fields = isSmall ? await request.formData().catch(() => null) : null;
  return (name) => {
    const value = fields?.get(name);
    return typeof value === "string" ? value : "";
  };
}

/** Where the client is, as the front server says; without one, as in development, it is this machine. */
export const addressOf = ({ headers }: Request): string => headers.get("x-forwarded-for") ?? "127.0.0.1";

/** Where the client is, and what it is. */
export const senderOf = (request: Request): { address: string; device: string } => ({
  address: addressOf(request),
  device: deviceOf(request.headers.get("user-agent")),
});
