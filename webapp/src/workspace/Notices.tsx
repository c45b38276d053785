import { Button } from "react-aria-components";
import { words } from "../strings";
import { useView, useWorkspace } from "./useWorkspace";

/** What went wrong, until it is dismissed. Text that the server did not take stays here to be copied. */
export function Notices() {
  const workspace = useWorkspace();
  const notices = useView((view) => view.notices);
  return (
    <section className="notices" aria-label={words.notices.region}>
      {notices.map(({ key, kind, text, inserted }) => (
        <div key={key} className="notice" role="alert">
          <p>
            {kind === "lost-edit" && `${words.notices.lost} `}
            {kind === "plugin" && `${words.notices.plugin} `}
            {text}
          </p>
          {inserted !== "" && (
            <label className="lost-text">
              <span>{words.notices.lostText}</span>
              <textarea readOnly rows={2} lang="lzh" value={inserted} />
            </label>
          )}
          <div className="actions">
            {inserted !== "" && (
              <Button onPress={() => void navigator.clipboard?.writeText(inserted)}>{words.notices.copy}</Button>
            )}
            <Button onPress={() => workspace.dismissNotice(key)}>{words.notices.dismiss}</Button>
          </div>
        </div>
      ))}
    </section>
  );
}
