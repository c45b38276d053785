import { useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { useLoaded } from "../app/useLoaded";
import { audit } from "../http/audit";
import { moment, words } from "../strings";

/** For administrators: who was let do what and who was not, newest first, page by page. */
export function AuditLog() {
  const [operation, setOperation] = useState("");
  const [before, setBefore] = useState<readonly number[]>([]);
  const page = useLoaded(() => audit(operation.trim(), before.at(-1)), operation.trim(), before.at(-1));
  const last = page.value?.at(-1);
  function filter(wanted: string) {
    setOperation(wanted);
    setBefore([]);
  }
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">{words.audit.title}</h2>
      <Field label={words.audit.operation} value={operation} onChange={filter} autoComplete="off" />
      <Failure of={page.failure ?? null} />
      {page.value?.length === 0 && <p className="empty">{words.audit.none}</p>}
      <ul className="audit">
        {page.value?.map(({ number, at, outcome, operation, name, account, thing, address, detail }) => (
          <li key={number}>
            <time dateTime={at}>{moment(at)}</time> {words.audit.outcomes[outcome] ?? outcome} <b>{operation}</b>{" "}
            {name || account || words.audit.nobody}{" "}
            <span className="aside">{[thing, address, detail].filter((word) => word !== "").join(" · ")}</span>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button isDisabled={before.length === 0} onPress={() => setBefore(before.slice(0, -1))}>
          {words.audit.newer}
        </Button>
        <Button isDisabled={last === undefined || last.number === 1} onPress={() => setBefore([...before, last!.number])}>
          {words.audit.older}
        </Button>
      </div>
    </section>
  );
}
