import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";
import "./styles/data.css";
import "./styles/lanes.css";
import "./styles/figures.css";
import "./styles/timeline.css";
import "./styles/lane-list.css";
import "./styles/country.css";
import "./styles/framework.css";
import "./styles/source.css";
import "./styles/methodology.css";
import "./styles/agreements.css";
import "./styles/api.css";
import "./styles/agreement.css";
import "./styles/home.css";
import "./styles/forms.css";
import "./styles/history.css";
import "./styles/share.css";
import "./styles/print.css";
import { EarlyInputReplay } from "#components/early-input-replay.tsx";
import { headScript } from "#components/head-script.ts";
import { LaneDefs } from "#components/lane-defs.tsx";
import { SiteFooter } from "#components/site-footer.tsx";
import { SiteHeader } from "#components/site-header.tsx";
import { currentCaller } from "./_server/session.ts";
import { plex, sourceSerif } from "./fonts.ts";

export const metadata: Metadata = {
  title: { default: "Accords", template: "%s · Accords" },
  description:
    "The tracker of bilateral agreements: where each one stands, since when, on what evidence, and what comes next.",
  applicationName: "Accords",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1319" },
  ],
};

/** The frame of every page. A page brings its own `h1` and sections inside `main`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const user = (await currentCaller())?.user ?? null;
  return (
    // The script in the head may set data-theme before React looks.
    <html lang="en" className={`${plex.variable} ${sourceSerif.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a fixed text of our own, see head-script.ts. */}
        <script dangerouslySetInnerHTML={{ __html: headScript }} />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <LaneDefs />
        <SiteHeader user={user && { name: user.name, role: user.role }} />
        <main id="main" className="wrap" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter isSignedIn={user !== null} />
        <EarlyInputReplay />
      </body>
    </html>
  );
}
