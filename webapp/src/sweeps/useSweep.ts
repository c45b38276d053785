import { useEffect } from "react";
import { useLoaded } from "../app/useLoaded";
import { type Sweep, sweeps } from "../http/sweeps";

const OFTEN = 500;

export const isOpen = ({ state }: Sweep) => state === "running" || state === "paused";

/** All changes over several documents of a project, looked at again while one is being done. */
export function useSweeps(project: string) {
  const list = useLoaded(() => sweeps.of(project), project);
  const { value, reload } = list;
  const running = value?.some(isOpen) ?? false;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(reload, OFTEN);
    return () => clearInterval(timer);
  });
  return list;
}
