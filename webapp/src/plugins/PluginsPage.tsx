import { useEffect, useRef, useState } from "react";
import { useAccount } from "../app/account";
import { Failure } from "../app/Failure";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { plugins } from "../http/plugins";
import { Shell } from "../pages/Shell";
import { words } from "../strings";
import { InstanceCard } from "./InstanceCard";
import { NewInstance } from "./NewInstance";

/** Nobody tells a page without a document what changed: it asks so often, in milliseconds, while somebody looks. */
const ASK_EVERY = 4_000;
/** Soon after something was changed here, its state follows. */
const ASK_SOON = 500;
const SOON = 6_000;

/** The instances of plugins: how they are, what they declare, and for administrators how they are set. */
export function PluginsPage({ open }: { open: string }) {
  const { administrator } = useAccount();
  const [turn, hurry] = useTurns();
  const [made, setMade] = useState(open);
  const lines = useLast(useLoaded(api.plugins, turn));
  const installed = useLast(useLoaded(plugins.installed, turn));
  return (
    <Shell title={words.plugins.title}>
      <p className="lead">{words.plugins.intro}</p>
      <Failure of={lines.failure ?? installed.failure} />
      {lines.value?.length === 0 && <p>{words.plugins.none}</p>}
      <ul className="plugins">
        {installed.value &&
          lines.value?.map((line) => (
            <InstanceCard
              key={line.id}
              line={line}
              installed={installed.value!}
              may={administrator}
              others={lines.value!.filter(({ id, state }) => id !== line.id && state === "started").map(({ id }) => id)}
              opened={line.id === made}
              changed={hurry}
            />
          ))}
      </ul>
      {administrator && installed.value && installed.value.length > 0 && (
        <NewInstance
          installed={installed.value}
          taken={(lines.value ?? []).map(({ id }) => id)}
          made={(instance) => {
            setMade(instance);
            hurry();
          }}
        />
      )}
    </Shell>
  );
}

/** Keeps the last answer while a later question fails. */
function useLast<T>({ value, failure }: { value?: T; failure?: Error }): { value?: T; failure?: Error } {
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  return { ...(last.current === undefined ? {} : { value: last.current }), ...(failure ? { failure } : {}) };
}

/** A number that rises when it is time to ask again, and a way to make that soon. */
function useTurns(): [number, () => void] {
  const [turn, setTurn] = useState(0);
  const [hurried, setHurried] = useState(0);
  useEffect(() => {
    const next = () => {
      const soon = hurried > 0 && performance.now() - hurried < SOON;
      return setTimeout(
        () => {
          if (document.visibilityState === "visible") setTurn((t) => t + 1);
          timer = next();
        },
        soon ? ASK_SOON : ASK_EVERY,
      );
    };
    let timer = next();
    return () => clearTimeout(timer);
  }, [hurried]);
  return [turn, () => setHurried(performance.now())];
}
