import { Button } from "react-aria-components";
import { sentence, words } from "../strings";
import { useView, useWorkspace } from "./useWorkspace";

/** What went wrong, until it is dismissed. An edit that did not get into the text waits among the drafts. */
export function Notices() {
  const workspace = useWorkspace();
  const notices = useView((view) => view.notices);
  return (
    <section className="notices" aria-label={words.notices.region}>
      {notices.map(({ key, kind, text, reason }) => (
        <div key={key} className="notice" role="alert">
          <p>
            {reason !== undefined && `${words.drafts.reason[reason]} `}
            {kind === "plugin" && `${words.notices.plugin} `}
            {kind === "stopped" && `${words.notices.stopped} `}
            {sentence(text)} {kind === "draft" && words.notices.draft}
          </p>
          <div className="actions">
            {kind === "draft" && (
              <Button
                onPress={() => {
                  workspace.set({ panel: "drafts", panelOpen: true });
                  workspace.dismissNotice(key);
                }}
              >
                {words.notices.showDrafts}
              </Button>
            )}
            <Button onPress={() => workspace.dismissNotice(key)}>{words.notices.dismiss}</Button>
          </div>
        </div>
      ))}
    </section>
  );
}
