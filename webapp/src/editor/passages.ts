import { gutter, GutterMarker, type EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";
import type { Approval } from "../session/values";
import { marks } from "./marks";

/** Numbers the passages and shows which are approved; a click puts the cursor there. */
export function passages(): Extension {
  return gutter({
    class: "passages",
    lineMarker(view, line) {
      const { number, length } = view.state.doc.lineAt(line.from);
      if (length === 0) return null;
      const approved = approvalsOf(view, line.from, line.to).length > 0;
      return new PassageNumber(number, approved);
    },
    lineMarkerChange: (update) =>
      update.startState.field(marks, false)?.shown.approvals !== update.state.field(marks, false)?.shown.approvals,
    initialSpacer: (view) => new PassageNumber(Math.max(99, view.state.doc.lines), false),
    domEventHandlers: {
      mousedown(view, line) {
        view.dispatch({ selection: { anchor: line.from } });
        view.focus();
        return true;
      },
    },
  });
}

function approvalsOf(view: EditorView, from: number, to: number): readonly Approval[] {
  const { approvals } = view.state.field(marks).shown;
  return approvals.filter((approval) => approval.start === from && approval.end === to);
}

class PassageNumber extends GutterMarker {
  constructor(
    readonly number: number,
    readonly approved: boolean,
  ) {
    super();
  }

  override eq(other: PassageNumber): boolean {
    return other.number === this.number && other.approved === this.approved;
  }

  override toDOM(): Node {
    const element = document.createElement("span");
    element.className = this.approved ? "passage-number approved" : "passage-number";
    element.textContent = String(this.number);
    return element;
  }
}
