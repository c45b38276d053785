import { type ReactNode, useRef } from "react";
import { Button, Dialog, Heading, Popover } from "react-aria-components";
import { annotationsAt } from "../editor/annotating";
import type { Annotation, Body } from "../session/values";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import type { Floating, Workspace } from "../workspace/workspace";
import { BodyForm } from "./BodyForm";
import { annotate, propose } from "./edits";
import { detail, kindName, kindOf } from "./kinds";
import { SuggestForm } from "./SuggestForm";

/** The small window at a place of the text: a form for a new annotation, or those that are there. */
export function FloatingWindow() {
  const { floating } = useView();
  if (floating === null) return null;
  switch (floating.is) {
    case "form":
      return <NewForm floating={floating} />;
    case "edit":
      return <EditForm id={floating.annotation} />;
    case "annotations":
      return <Here at={floating.at} />;
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
  return (
    <Anchored at={from} title={words.annotate.title(kindName(kind))}>
      <BodyForm
        kind={kind}
        surface={surface}
        onDone={(body) => done(() => annotate(workspace, from, to, body))}
      />
    </Anchored>
  );
}

function EditForm({ id }: { id: string }) {
  const workspace = useWorkspace();
  const annotation = useView().marks.annotations.find((known) => known.id === id);
  if (annotation === undefined) return null;
  const { start, end, body } = annotation;
  const finish = (edited: Body) => {
    workspace.edit({ is: "edit-annotation", id, body: edited });
    close(workspace);
  };
  return (
    <Anchored at={start} title={words.annotate.editTitle(kindName(kindOf(body)))}>
      <BodyForm kind={kindOf(body)} surface={workspace.state.sliceDoc(start, end)} initial={body} onDone={finish} />
    </Anchored>
  );
}

function Here({ at }: { at: number }) {
  const workspace = useWorkspace();
  useView();
  const found = annotationsAt(workspace.state, at);
  if (found.length === 0) return null;
  return (
    <Anchored at={at} title={words.annotate.popover}>
      <ul className="here">
        {found.map((annotation) => (
          <AnnotationLine key={annotation.id} annotation={annotation} />
        ))}
      </ul>
    </Anchored>
  );
}

function AnnotationLine({ annotation }: { annotation: Annotation }) {
  const workspace = useWorkspace();
  const { people, role } = useView().session;
  const { id, start, end, body, author } = annotation;
  const surface = workspace.state.sliceDoc(start, end);
  const entity = body.is === "identification" ? body.entity : null;
  return (
    <li>
      <p>
        <span className={`kind-name kind-${kindOf(body)}`}>{kindName(kindOf(body))}</span>{" "}
        <span lang="lzh">{surface}</span>
      </p>
      {detail(body) !== "" && <p className="detail">{detail(body)}</p>}
      {entity && <p className="aside">{entity}</p>}
      <p className="aside">{words.annotate.by(people[author]?.name ?? words.history.someone)}</p>
      {role !== "viewer" && (
        <div className="actions">
          <Button autoFocus onPress={() => workspace.set({ floating: { is: "edit", annotation: id } })}>
            {words.annotate.edit}
          </Button>
          <Button
            onPress={() => {
              workspace.edit({ is: "remove-annotation", id });
              close(workspace);
            }}
          >
            {words.annotate.remove}
          </Button>
        </div>
      )}
    </li>
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
