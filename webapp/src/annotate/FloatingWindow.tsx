import { type ReactNode, useRef } from "react";
import { Dialog, Heading, Popover } from "react-aria-components";
import type { Body } from "../session/values";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import type { Floating } from "../workspace/view";
import type { Workspace } from "../workspace/workspace";
import { AnnotationCard } from "./AnnotationCard";
import { GlyphPalette } from "../glyphs/GlyphPalette";
import { BodyForm } from "./BodyForm";
import { annotate, propose, write } from "./edits";
import { kindName, kindOf } from "./kinds";
import { SuggestForm } from "./SuggestForm";

/** The small window at a place of the text: a form for a new annotation, or those that are there. */
export function FloatingWindow() {
  const floating = useView((view) => view.floating);
  if (floating === null) return null;
  switch (floating.is) {
    case "form":
      return <NewForm floating={floating} />;
    case "edit":
      return <EditForm id={floating.annotation} />;
    case "annotations":
      return <AnnotationCard at={floating.at} focused={floating.focused} />;
  }
}

function NewForm({ floating }: { floating: Extract<Floating, { is: "form" }> }) {
  const workspace = useWorkspace();
  const { kind, from, to } = floating;
  const surface = workspace.state.sliceDoc(from, to);
  const done = (work: () => void) => {
    work();
    close(workspace);
  };
  if (kind === "suggest") {
    return (
      <Anchored at={from} title={words.annotate.suggestTitle}>
        <SuggestForm
          surface={surface}
          onDone={(text, why) => done(() => propose(workspace, from, to, text, why))}
        />
      </Anchored>
    );
  }
  if (kind === "glyph") {
    return (
      <Anchored at={from} title={words.glyphs.palette}>
        <GlyphPalette
          surface={surface}
          onWrite={(character) => done(() => write(workspace, from, to, character))}
          onDone={(body) => done(() => annotate(workspace, from, to, body))}
        />
      </Anchored>
    );
  }
  return (
    <Anchored at={from} title={words.annotate.title(kindName(kind))}>
      <BodyForm
        kind={kind}
        surface={surface}
        at={from}
        onDone={(body) => done(() => annotate(workspace, from, to, body))}
      />
    </Anchored>
  );
}

function EditForm({ id }: { id: string }) {
  const workspace = useWorkspace();
  const annotation = useView(({ marks }) => marks.annotations).get(id);
  if (annotation === undefined) return null;
  const { start, end, body } = annotation;
  const finish = (edited: Body) => {
    workspace.edit({ is: "edit-annotation", id, body: edited });
    close(workspace);
  };
  return (
    <Anchored at={start} title={words.annotate.editTitle(kindName(kindOf(body)))}>
      <BodyForm kind={kindOf(body)} surface={workspace.state.sliceDoc(start, end)} at={start} initial={body} onDone={finish} />
    </Anchored>
  );
}

function close(workspace: Workspace): void {
  workspace.set({ floating: null });
  setTimeout(() => workspace.focusText());
}

/** A popover that hangs on a place of the text. */
function Anchored({ at, title, children }: { at: number; title: string; children: ReactNode }) {
  const workspace = useWorkspace();
  const anchor = useRef<HTMLSpanElement>(null);
  const { length } = workspace.state.doc;
  const place = workspace.view!.coordsAtPos(Math.min(at, length)) ?? workspace.view!.dom.getBoundingClientRect();
  return (
    <>
      <span
        ref={anchor}
        className="anchor"
        style={{ left: place.left, top: place.top, height: Math.min(60, place.bottom - place.top) }}
      />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        onOpenChange={(open) => !open && close(workspace)}
      >
        <Dialog>
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Popover>
    </>
  );
}
