import type { ReactNode } from "react";

interface DeedButtonProps {
  /** What the form is to do. */
  deed: string;
  primary?: boolean;
  /** What it says to readers that listen, where the words alone do not tell which of many it is. */
  name?: string;
  children: ReactNode;
}

/** A button that sends its form and says what to do; one form may have several. */
export const DeedButton = ({ deed, primary = false, name, children }: DeedButtonProps) => (
  <button className={primary ? "btn primary" : "btn"} type="submit" name="do" value={deed} aria-label={name}>
    {children}
  </button>
);
