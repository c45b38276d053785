import type { Snapshot } from "../session/snapshot";
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
  const { connection, why, pending, safe, full, storageFull, role, opened } = session;
  if (why === "other-account") return ["read-only", words.state.otherAccount(pending, safe)];
  if (why === "signed-out") return ["offline", words.state.signedOut(pending, safe)];
  if (why === "forbidden") return ["offline", words.state.forbidden];
  if (why === "quarantined") return ["offline", words.state.quarantined(pending)];
  if (why === "protocol") return ["offline", words.state.protocol];
  if (storageFull) return ["read-only", words.state.storageFull(pending, safe)];
  if (full && connection === "online") return ["read-only", words.state.much(pending, safe)];
  if (full) return ["read-only", words.state.full(pending, safe)];
  if (connection === "offline") return ["offline", words.state.offline(pending, safe)];
  if (!opened) return ["saving", words.state.opening];
  if (connection === "connecting") return ["offline", words.state.connecting(pending, safe)];
  if (role === "viewer") return ["read-only", words.state.readOnly];
  return pending > 0 ? ["saving", words.state.saving] : ["saved", words.state.saved];
}
