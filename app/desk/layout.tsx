import type { ReactNode } from "react";
import "../styles/desk.css";
import { DeskFrame } from "#components/desk/desk-frame.tsx";

/** Every page of the desk. Each asks for the right role itself; a layout is no lock. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return <DeskFrame>{children}</DeskFrame>;
}
