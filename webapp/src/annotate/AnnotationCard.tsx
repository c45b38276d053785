import { type KeyboardEvent, useRef } from "react";
import { Button } from "react-aria-components";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { annotationsAt } from "../editor/annotating";
import { isEditor } from "../session/snapshot";
import type { Annotation } from "../session/values";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { useHanging } from "./hanging";
import { detail, kindClass, kindName, kindOf } from "./kinds";

/** What is annotated at a place. It leaves the keyboard to the text unless it was asked for by key. */
export function AnnotationCard({ at, focused }: { at: number; focused: boolean }) {
  const workspace = useWorkspace();
  const card = useRef<HTMLElement>(null);
  useView(({ marks }) => marks.annotations);
  const found = annotationsAt(workspace.state, at);
  const [smallest] = found;
  const place = smallest ? { from: smallest.start, to: smallest.end, side: "below" as const } : null;
  useHanging(card, workspace.view!, place);
  if (found.length === 0) return null;
  function pressed(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    workspace.set({ floating: null });
    workspace.focusText();
  }
  return (
    <section ref={card} className="annotation-card" aria-label={words.annotate.popover} onKeyDown={pressed}>
      <ul className="here">
        {found.map((annotation, index) => (
          <Line key={annotation.id} annotation={annotation} focused={focused && index === 0} />
        ))}
      </ul>
    </section>
  );
}

function Line({ annotation, focused }: { annotation: Annotation; focused: boolean }) {
  const workspace = useWorkspace();
  const people = useView(({ session }) => session.people);
  const role = useView(({ session }) => session.role);
  const project = useView(({ session }) => session.project);
  const { id, start, end, body, author } = annotation;
  const entity = body.is === "identification" ? body.entity : null;
  function remove() {
    workspace.edit({ is: "remove-annotation", id });
    workspace.set({ floating: null });
    workspace.focusText();
  }
  return (
    <li>
      <p>
        <span className={`kind-name ${kindClass(kindOf(body))}`}>{kindName(kindOf(body))}</span>{" "}
        <span lang="lzh">{workspace.state.sliceDoc(start, end)}</span>
      </p>
      {detail(body) !== "" && <p className="detail">{detail(body)}</p>}
      {entity && <p className="aside">{entity}</p>}
      <p className="aside">{words.annotate.by(people[author]?.name ?? words.history.someone)}</p>
      {isEditor(role) && body.is === "glyph" && (
        <p>
          <Link to={to.newGlyph(project, body)}>{words.glyphs.toList}</Link>
        </p>
      )}
      {(body.is === "identification" || body.is === "tag") && (
        <p>
          <Link
            to={to.occurrences(project, {
              surface: workspace.state.sliceDoc(start, end),
              entity: entity ?? "",
              label: body.is === "identification" ? body.label : "",
              type: kindOf(body),
              document: "",
            })}
          >
            {words.occurrences.link}
          </Link>
        </p>
      )}
      {isEditor(role) && (
        <div className="actions">
          <Button autoFocus={focused} onPress={() => workspace.set({ floating: { is: "edit", annotation: id } })}>
            {words.annotate.edit}
          </Button>
          <Button onPress={remove}>{words.annotate.remove}</Button>
        </div>
      )}
    </li>
  );
}
