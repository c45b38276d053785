import { Button, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { AnnotationsPanel } from "../annotate/AnnotationsPanel";
import { DraftList } from "../drafts/DraftList";
import { HistoryPanel } from "../history/HistoryPanel";
import { ReviewPanel } from "../review/ReviewPanel";
import { MarksPanel } from "../markings/MarksPanel";
import { words } from "../strings";
import { TalkPanel } from "../talk/TalkPanel";

import { WorkPanel } from "../work/WorkPanel";
import { LegendPanel } from "./LegendPanel";
import { PassagesPanel } from "./PassagesPanel";
import { useView, useWorkspace } from "./useWorkspace";
import type { Panel } from "./view";

/** Beside the text in a wide window, over it in a narrow one. */
export function SidePanel() {
  const workspace = useWorkspace();
  const drafts = useView(({ session }) => session.drafts.length);
  const wanted = useView((view) => view.panel);
  const panel = wanted === "drafts" && drafts === 0 ? "review" : wanted;
  return (
    <aside className="side-panel" aria-label={words.top.panels}>
      <Tabs selectedKey={panel} onSelectionChange={(key) => workspace.set({ panel: key as Panel })}>
        <div className="tabs-head">
          <TabList aria-label={words.top.panels}>
            {drafts > 0 && <Tab id="drafts">{words.drafts.tab(drafts)}</Tab>}
            <Tab id="review">{words.review.tab}</Tab>
            <Tab id="passages">{words.passages.tab}</Tab>
            <Tab id="work">{words.work.tab}</Tab>
            <Tab id="annotations">{words.annotations.tab}</Tab>
            <Tab id="marks">{words.marks.tab}</Tab>
            <Tab id="talk">{words.talk.tab}</Tab>
            <Tab id="history">{words.history.tab}</Tab>
            <Tab id="legend">{words.legend.tab}</Tab>
          </TabList>
          <Button
            className="quiet close-panel"
            aria-label={words.close}
            onPress={({ pointerType }) => {
              workspace.set({ panelOpen: false });
              if (pointerType === "keyboard") workspace.focusText();
            }}
          >
            ×
          </Button>
        </div>
        <TabPanel id="review">
          <ReviewPanel />
        </TabPanel>
        <TabPanel id="passages">
          <PassagesPanel />
        </TabPanel>
        <TabPanel id="work">
          <WorkPanel />
        </TabPanel>
        <TabPanel id="annotations">
          <AnnotationsPanel />
        </TabPanel>
        <TabPanel id="marks">
          <MarksPanel />
        </TabPanel>
        <TabPanel id="talk">
          <TalkPanel />
        </TabPanel>
        <TabPanel id="history">
          <HistoryPanel />
        </TabPanel>
        <TabPanel id="legend">
          <LegendPanel />
        </TabPanel>
        {drafts > 0 && (
          <TabPanel id="drafts">
            <div className="panel scrolls">
              <DraftList />
            </div>
          </TabPanel>
        )}
      </Tabs>
    </aside>
  );
}
