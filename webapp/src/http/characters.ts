import type { Orthography } from "../markings/characters";
import { request } from "./api";

interface Told {
  simplified: Record<string, string>;
  traditional: Record<string, string[]>;
}

let loaded: Promise<Orthography> | null = null;

/** The table of simplified and traditional forms. It is asked for once; a failure is asked about again. */
export function orthographies(): Promise<Orthography> {
  loaded ??= request<Told>("GET", "/api/characters/orthography").then(
    ({ simplified, traditional }) => ({
      simplified: new Map(Object.entries(simplified)),
      traditional: new Map(Object.entries(traditional)),
    }),
    (failure: Error) => {
      loaded = null;
      throw failure;
    },
  );
  return loaded;
}
