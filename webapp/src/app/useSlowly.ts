import { useEffect, useState } from "react";

const PAUSE = 250;

/**
 * A value that follows another one at most four times a second, for what is too much to be gone through at
 * each keystroke. The first change after a pause is taken at once.
 */
export function useSlowly<T>(value: T): T {
  const [taken, setTaken] = useState({ value, at: 0 });
  useEffect(() => {
    if (Object.is(value, taken.value)) return;
    const take = () => setTaken({ value, at: performance.now() });
    const wait = taken.at + PAUSE - performance.now();
    if (wait <= 0) return take();
    const timer = setTimeout(take, wait);
    return () => clearTimeout(timer);
  }, [value, taken]);
  return taken.value;
}
