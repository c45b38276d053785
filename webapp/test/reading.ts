import type { Confirmed, LogEntry } from "../src/session/confirmed";
import type { ClientFrame, ServerFrame } from "../src/session/frames";

/** Annotations in one answer. */
const WINDOW = 6;

/** A document that is read. */
interface Read {
  readonly id: string;
  readonly log: readonly LogEntry[];
  readonly state: Confirmed;
}

/** The annotations whose text is gone. */
export function orphansOf({ annotations }: Confirmed) {
  return annotations.list().filter(({ orphaned }) => orphaned);
}

/** At most `WINDOW` annotations; the answer says how far they reach. */
export function windowOf(document: Read, frame: Extract<ClientFrame, { type: "annotations" }>): ServerFrame {
  const { id, log, state } = document;
  const { revision, annotations, approvals } = state;
  const since = log.slice(frame.revision).map((entry) => entry.changes);
  const start = since.reduce((place, changes) => changes.mapPos(place, -1), frame.start);
  let end = since.reduce((place, changes) => changes.mapPos(place, 1), frame.end);
  const found = annotations.in(start, end);
  if (found.length > WINDOW) end = Math.max(start, found[WINDOW]!.start - 1);
  const orphans = orphansOf(state);
  const words = [...approvals.values()].filter((one) => one.start <= end && one.end >= start);
  return {
    type: "annotations",
    document: id,
    revision,
    start,
    end,
    annotations: annotations.in(start, end),
    approvals: words.filter(({ ready }) => !ready),
    ready: words.filter(({ ready }) => ready),
    total: annotations.size,
    orphaned: orphans.length,
    orphans: frame.orphans ? orphans : [],
    missing: (frame.ids ?? []).filter((id) => !annotations.has(id)),
  };
}
