import { Icon } from "../icon.tsx";

/** Said where the server runs without https by somebody's own decision (`ALLOW_INSECURE_HTTP`). */
export function InsecureNotice() {
  return (
    <div className="notice warn">
      <Icon name="warning" />
      <p>This site runs without encryption. Sign in on a network that you trust, and nowhere else.</p>
    </div>
  );
}
