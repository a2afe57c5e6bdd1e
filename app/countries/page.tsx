import type { Metadata } from "next";
import { AsOf } from "#components/as-of.tsx";
import { CountryTable } from "#components/country/country-table.tsx";
import { ViewNotices } from "#components/view-notices.tsx";
import { listCountries } from "#db/queries/countries.ts";
import { dayInWords } from "#domain/day.ts";
import { capitalised, numberInWords } from "#domain/numbers.ts";
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
    title: "Countries and organisations with agreements on record",
    description: `Every country and organisation that is a side of an agreement, with how many it has signed by ${dayInWords(resolved.clocks.on)}.`,
    href: (view) => paths.countries(view),
  });
}

/** `/countries`: who is a side of an agreement. */
export default async function CountriesPage({ searchParams }: PageProps) {
  const { db, view, problems, clocks, today } = await resolvePage(searchParams);
  const countries = await listCountries(db, clocks);
  return (
    <>
      <ViewNotices problems={problems} />
      <div className="page-head">
        <div>
          <p className="eyebrow">Countries</p>
          <h1>
            {capitalised(numberInWords(countries.length))} countries and organisations have agreements on
            record
          </h1>
          <p className="deck">
            Each agreement counts for both of its sides. Signed means signed by {dayInWords(clocks.on)}.
          </p>
        </div>
        <AsOf view={view} clocks={clocks} today={today} href={paths.countries} />
      </div>
      <CountryTable countries={countries} view={view} />
    </>
  );
}
