import { Checkbox } from "react-aria-components";

/** A box to tick, with its words. */
export function Tick({ on, set, children }: { on: boolean; set(on: boolean): void; children: string }) {
  return (
    <Checkbox className="tick" isSelected={on} onChange={set}>
      <span className="tick-box" aria-hidden="true" />
      {children}
    </Checkbox>
  );
}
