import type { Snapshot } from "../session/documentSession";
import { words } from "../strings";
import { useView } from "./useWorkspace";

/** Whether what one sees is safe, in a few words. */
export function StateLine() {
  const state = useView(({ session }) => stateOf(session)[0]);
  const text = useView(({ session }) => stateOf(session)[1]);
  return (
    <p className={`state-line ${state}`} role="status" aria-live="polite">
      {text}
    </p>
  );
}

export function stateOf(session: Snapshot): ["saved" | "saving" | "offline" | "read-only", string] {
  const { connection, why, pending, role, opened } = session;
  if (why === "signed-out") return ["offline", words.state.signedOut(pending)];
  if (why === "forbidden") return ["offline", words.state.forbidden];
  if (why === "protocol") return ["offline", words.state.protocol];
  if (connection === "offline") return ["offline", words.state.offline(pending)];
  if (!opened) return ["saving", words.state.opening];
  if (connection === "connecting") return ["offline", words.state.connecting];
  if (role === "viewer") return ["read-only", words.state.readOnly];
  return pending > 0 ? ["saving", words.state.saving] : ["saved", words.state.saved];
}
