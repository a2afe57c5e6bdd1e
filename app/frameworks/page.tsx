import type { Metadata } from "next";
import Link from "next/link";
import { AsOf } from "#components/as-of.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { listFrameworks } from "#db/queries/frameworks.ts";
import { paths } from "#domain/paths.ts";
import { headOf } from "../_server/head.ts";
import type { PageWords } from "../_server/page-frame.ts";
import { resolvePage } from "../_server/view.ts";

interface PageProps {
  searchParams: Promise<PageWords>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const resolved = await resolvePage(searchParams);
  return headOf(resolved, {
    title: "Frameworks that agreements hang under",
    description:
      "The declarations and compacts that bilateral agreements follow from, with who joined and who declined.",
    href: (view) => paths.frameworks(view),
  });
}

/** `/frameworks`: what agreements hang under. */
export default async function FrameworksPage({ searchParams }: PageProps) {
  const { db, view, problems, clocks, today } = await resolvePage(searchParams);
  const frameworks = await listFrameworks(db);
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Frameworks</p>
          <h1>What agreements hang under</h1>
          <p className="deck">
            A framework is a text that bilateral agreements follow from. Countries join or decline it, on a
            date, with a source.
          </p>
        </div>
        <AsOf view={view} clocks={clocks} today={today} href={paths.frameworks} />
      </div>
      <ul className="statements">
        {frameworks.map(({ slug, title, shortTitle }) => (
          <li key={slug}>
            <h2>
              <Link className="link" href={paths.framework(slug, view)}>
                {shortTitle}
              </Link>
            </h2>
            <p className="note">{title}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
