import { Brand } from "./brand.tsx";
import { SiteMenu } from "./site-menu.tsx";
import { SiteNav } from "./site-nav.tsx";
import { SiteSearch } from "./site-search.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

/** The bar that stays on top of every page. */
export function SiteHeader() {
  return (
    <header className="site-header">
      <div className="wrap">
        <Brand />
        <SiteNav />
        <SiteSearch shortcut />
        <ThemeToggle />
        <SiteMenu />
      </div>
    </header>
  );
}
