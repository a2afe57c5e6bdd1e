/** The public address of this site, as APP_URL gives it; the front server has checked it. */
export const siteUrl = (): string => (process.env.APP_URL ?? "").replace(/\/$/, "");

/** A path of this site as an address to hand out. */
export const onSite = (path: string): string => `${siteUrl()}${path}`;
