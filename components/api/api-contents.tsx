import { apiBase } from "#domain/api-routes.ts";

interface Entry {
  path: string;
  id: string;
}

interface ApiContentsProps {
  routes: readonly Entry[];
  writes: readonly (Entry & { method: string })[];
}

/** What is on the page, route by route. */
export function ApiContents({ routes, writes }: ApiContentsProps) {
  return (
    <nav className="contents" aria-label="On this page">
      <ul className="list">
        <li>
          <a href="#basics">Basics</a>
        </li>
        <li>
          <a href="#routes">Routes</a>
          <ul className="list">
            {routes.map(({ path, id }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <code>{path.slice(apiBase.length)}</code>
                </a>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <a href="#writing">Writing</a>
          <ul className="list">
            {writes.map(({ path, method, id }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <code>
                    {method.toUpperCase()} {path.slice(apiBase.length)}
                  </code>
                </a>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <a href="#forms">Beside the pages</a>
        </li>
        <li>
          <a href="#words">Query words</a>
        </li>
        <li>
          <a href="#errors">Errors</a>
        </li>
        <li>
          <a href="#shapes">Shapes</a>
        </li>
      </ul>
    </nav>
  );
}
