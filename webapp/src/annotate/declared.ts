import { useEffect, useSyncExternalStore } from "react";
import { type Installed, type KindOfPlugin, plugins } from "../http/plugins";
import { words } from "../strings";

export type Declared = ReadonlyMap<string, KindOfPlugin>;

let declared: Declared = new Map();
const listeners = new Set<() => void>();

/** Kinds of annotations that installed plugins bring, those aside that the house has itself. */
export function declaredKinds(): Declared {
  return declared;
}

/** The same, for components that list them. */
export function useDeclaredKinds(): Declared {
  return useSyncExternalStore(subscribe, declaredKinds);
}

/** Takes what is installed; when two bring a kind, the first in the list does. */
export function declare(installed: readonly Installed[]): void {
  const now = new Map<string, KindOfPlugin>();
  for (const { annotations } of installed) {
    for (const one of annotations) {
      if (words.annotate.kinds[one.kind] === undefined && !now.has(one.kind)) now.set(one.kind, one);
    }
  }
  if (JSON.stringify([...now]) === JSON.stringify([...declared])) return;
  declared = now;
  for (const listener of listeners) listener();
}

/** Asks what is installed, again when `told` is another number; what cannot be asked now stays as it was. */
export function useKindsOfPlugins(told: number): void {
  useEffect(() => {
    let current = true;
    plugins.installed().then(
      (installed) => current && declare(installed),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [told]);
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
