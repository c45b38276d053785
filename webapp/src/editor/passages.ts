import { gutter, GutterMarker, type EditorView } from "@codemirror/view";
import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { marks } from "./marks";

/** Numbers the passages and shows which are ready and approved; a click puts the cursor there. */
export function passages(): Extension {
  return [approvalsNeeded, numbers()];
}

function numbers(): Extension {
  return gutter({
    class: "passages",
    lineMarker(view, line) {
      const { number, length } = view.state.doc.lineAt(line.from);
      if (length === 0) return null;
      return new PassageNumber(number, shapeOf(view, line.from, line.to));
    },
    lineMarkerChange: (update) =>
      update.startState.field(marks, false)?.shown.approvals !== update.state.field(marks, false)?.shown.approvals ||
      update.startState.field(approvalsNeeded) !== update.state.field(approvalsNeeded),
    initialSpacer: (view) => new PassageNumber(Math.max(99, view.state.doc.lines), ""),
    domEventHandlers: {
      mousedown(view, line) {
        view.dispatch({ selection: { anchor: line.from } });
        view.focus();
        return true;
      },
    },
  });
}

/** What is said of the line: an approval counts more than a word that it is ready. */
function shapeOf(view: EditorView, from: number, to: number): Shape {
  const { approvals } = view.state.field(marks).shown;
  const said = approvals.filter((word) => word.start === from && word.end === to);
  const approvers = said.filter((word) => !word.ready).length;
  if (approvers >= view.state.field(approvalsNeeded)) return "approved";
  return approvers > 0 ? "partly" : said.length > 0 ? "ready" : "";
}

type Shape = "" | "ready" | "partly" | "approved";

/** Tells how many approvals a passage needs. */
export const needApprovals = StateEffect.define<number>();

export const approvalsNeeded = StateField.define<number>({
  create: () => 1,
  update: (needed, { effects }) => effects.reduce((n, effect) => (effect.is(needApprovals) ? effect.value : n), needed),
});

class PassageNumber extends GutterMarker {
  constructor(
    readonly number: number,
    readonly shape: Shape,
  ) {
    super();
  }

  override eq(other: PassageNumber): boolean {
    return other.number === this.number && other.shape === this.shape;
  }

  override toDOM(): Node {
    const element = document.createElement("span");
    element.className = `passage-number ${this.shape}`.trim();
    element.textContent = String(this.number);
    return element;
  }
}
