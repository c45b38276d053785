import type { ChangeEvent } from "react";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { variants } from "../http/variants";
import { words } from "../strings";

interface Props {
  project: string;
  version: number;
  /** Nothing for those who may not change the rules. */
  changed: (() => void) | null;
}

/** The rules as a file, out and in. */
export function FileOfRules({ project, version, changed }: Props) {
  const { failure, busy, run } = useAction();
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const { target } = event;
    const file = target.files?.[0];
    if (!file || changed === null) return;
    void run(async () => {
      try {
        await variants.bring(project, version, await file.text());
        changed();
      } finally {
        target.value = "";
      }
    });
  }
  return (
    <section aria-labelledby="rules-file">
      <h2 id="rules-file">{words.variants.file}</h2>
      <p>{words.variants.fileWhat}</p>
      <p>
        <a href={variants.file(project)} download>
          {words.variants.exported}
        </a>
      </p>
      {changed !== null && (
        <label className="field">
          <span className="label">{words.variants.imported}</span>
          <input type="file" accept=".tsv,.txt,text/tab-separated-values" disabled={busy} onChange={choose} />
        </label>
      )}
      <Failure of={failure} />
    </section>
  );
}
