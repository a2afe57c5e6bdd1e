/** What the routes answer at this moment: the documentation runs its own examples, in this process. */

import { shortened } from "#domain/shortened.ts";
import { GET as history } from "../api/v1/agreements/[slug]/history/route.ts";
import { GET as agreement } from "../api/v1/agreements/[slug]/route.ts";
import { GET as agreements } from "../api/v1/agreements/route.ts";
import { GET as changes } from "../api/v1/changes/route.ts";
import { GET as country } from "../api/v1/countries/[code]/route.ts";
import { GET as countries } from "../api/v1/countries/route.ts";
import { GET as framework } from "../api/v1/frameworks/[slug]/route.ts";
import { GET as rules } from "../api/v1/rules/route.ts";
import { GET as sources } from "../api/v1/sources/route.ts";
import { GET as stages } from "../api/v1/stages/route.ts";
import { GET as summary } from "../api/v1/summary/route.ts";

interface Names {
  slug: string;
  code: string;
}
type Run = (request: Request, names: Names) => Promise<Response>;

const none = { params: Promise.resolve({}) };
const runs: Readonly<Record<string, Run>> = {
  agreements: (request) => agreements(request, none),
  agreement: (request, names) => agreement(request, { params: Promise.resolve(names) }),
  history: (request, names) => history(request, { params: Promise.resolve(names) }),
  summary: (request) => summary(request, none),
  countries: (request) => countries(request, none),
  country: (request, names) => country(request, { params: Promise.resolve(names) }),
  framework: (request, names) => framework(request, { params: Promise.resolve(names) }),
  sources: (request) => sources(request, none),
  rules: (request) => rules(request, none),
  stages: (request) => stages(request, none),
  changes: (request) => changes(request, none),
};

/** The answer of a route at `address`, shortened; null for a route without a sample. */
export async function sampleOf(route: string, address: string, names: Names): Promise<string | null> {
  const run = runs[route];
  if (!run) return null;
  const answer = await run(new Request(new URL(address, "http://localhost")), names);
  return JSON.stringify(shortened(await answer.json()), null, 2);
}
