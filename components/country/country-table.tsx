import Link from "next/link";
import { grouped } from "#domain/numbers.ts";
import { paths } from "#domain/paths.ts";
import { defaultView, type View } from "#domain/view.ts";
import type { Country } from "#domain/wire.ts";
import { Flag } from "../flag.tsx";

const kinds: Record<Country["kind"], string> = { state: "State", organisation: "Organisation" };

/** Countries by name, with their agreements and how many of them are signed. */
export function CountryTable({ countries, view }: { countries: readonly Country[]; view: View }) {
  const clocks = { on: view.on, known: view.known };
  return (
    <div className="table-card">
      <table className="t">
        <caption className="vh">
          Countries and organisations, their agreements and how many are signed
        </caption>
        <thead>
          <tr>
            <th scope="col">Country</th>
            <th scope="col" className="country-kind">
              Kind
            </th>
            <th scope="col" className="num">
              Agreements
            </th>
            <th scope="col" className="num">
              Signed
            </th>
          </tr>
        </thead>
        <tbody>
          {countries.map(({ code, name, kind, agreements, signed }) => (
            <tr key={code}>
              <th scope="row">
                <Link className="party" href={paths.country(code, view)} prefetch={false}>
                  <Flag code={code} />
                  {name}
                </Link>
              </th>
              <td className="country-kind">{kinds[kind]}</td>
              <td className="num">
                <Link
                  className="link"
                  href={paths.agreements({ ...defaultView, ...clocks, party: [code] })}
                  prefetch={false}
                >
                  {grouped(agreements)}
                </Link>
              </td>
              <td className="num">{grouped(signed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
