import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useAccount } from "../app/account";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { words } from "../strings";

/** In place of a document that the server cannot open: why, what is good of it, and what can be done. */
export function NeedsAttention({ id, onReleased }: { id: string; onReleased(): void }) {
  const { administrator } = useAccount();
  const trouble = useLoaded(() => api.quarantine(id), id);
  const { failure, busy, run } = useAction();
  const { value } = trouble;
  const file = useTextFile(value?.text ?? "");
  const release = () =>
    void run(async () => {
      await api.release(id);
      onReleased();
    });
  return (
    <main className="page">
      <h1>{words.attention.title}</h1>
      <p role="alert">{words.attention.what}</p>
      <Failure of={trouble.failure} />
      {value && (
        <>
          <p className="failure">{value.reason}</p>
          <p>{words.attention.good(value.revision, value.lastRevision)}</p>
          <div className="actions">
            {file !== "" && (
              <a href={file} download={`${id}.txt`}>
                {words.attention.download}
              </a>
            )}
            {administrator && (
              <Button onPress={release} isDisabled={busy}>
                {words.attention.retry}
              </Button>
            )}
            <Link to={to.projects}>{words.home}</Link>
          </div>
          <Failure of={failure} />
          <pre className="last-good" lang="lzh">
            {value.text}
          </pre>
        </>
      )}
    </main>
  );
}

/** The address of a text as a file, as long as it is shown. */
function useTextFile(text: string): string {
  const [address, setAddress] = useState("");
  useEffect(() => {
    if (text === "") return;
    const made = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    setAddress(made);
    return () => {
      setAddress("");
      URL.revokeObjectURL(made);
    };
  }, [text]);
  return address;
}
