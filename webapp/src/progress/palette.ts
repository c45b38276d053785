import { useSyncExternalStore } from "react";
import type { Level } from "../http/work";

/** The colours of the page, as they are now: a canvas does not know those of the style sheets. */
export interface Palette {
  ink: string;
  soft: string;
  line: string;
  paper: string;
  accent: string;
  levels: Record<Level, string>;
  /** For people and plugins, told apart as far as that goes. */
  several: readonly string[];
}

const dark = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(dark);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the page is dark now. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(dark).matches);
}

export function paletteNow(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink"),
    soft: of("--soft"),
    line: of("--line"),
    paper: of("--paper"),
    accent: of("--accent"),
    levels: {
      untouched: of("--line"),
      work: of("--office"),
      ready: of("--time"),
      partly: of("--place"),
      approved: of("--good"),
    },
    several: ["--time", "--person", "--place", "--work", "--office", "--variant", "--note", "--good"].map(of),
  };
}
