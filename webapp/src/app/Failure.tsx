import { HttpFailure } from "../http/api";
import { words } from "../strings";

/** What went wrong, in the server's words; for a refused text also where. */
export function Failure({ of: failure }: { of: Error | null | undefined }) {
  if (!failure) return null;
  const place =
    failure instanceof HttpFailure && failure.line !== undefined
      ? words.importing.place(failure.line, failure.column ?? 1)
      : null;
  return (
    <p role="alert" className="failure">
      {place && <strong>{place}: </strong>}
      {failure.message}
    </p>
  );
}
