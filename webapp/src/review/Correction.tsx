import { type FormEvent, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { BodyForm } from "../annotate/BodyForm";
import { kindOf } from "../annotate/kinds";
import { Field } from "../app/Field";
import type { Action, Suggestion } from "../session/values";
import { words } from "../strings";

interface Props {
  suggestion: Suggestion;
  onCorrect(action: Action): void;
  onClose(): void;
}

/** Takes the reviewer's own answer in place of the plugin's. */
export function Correction({ suggestion, onCorrect, onClose }: Props) {
  const action = suggestion.candidates[0]?.action ?? { is: "replace" as const, text: "" };
  const finish = (corrected: Action) => {
    onClose();
    onCorrect(corrected);
  };
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">{words.review.correctTitle}</Heading>
          {action.is === "replace" ? (
            <Replacement text={action.text} onDone={(text) => finish({ is: "replace", text })} onClose={onClose} />
          ) : (
            <BodyForm
              kind={kindOf(action.body)}
              surface={suggestion.surface}
              at={suggestion.start}
              initial={action.body}
              onDone={(body) => finish({ is: "annotate", body })}
            />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Replacement(props: { text: string; onDone(text: string): void; onClose(): void }) {
  const [text, setText] = useState(props.text);
  function submit(event: FormEvent) {
    event.preventDefault();
    props.onDone(text);
  }
  return (
    <form onSubmit={submit}>
      <Field label={words.review.correction} value={text} onChange={setText} lang="lzh" autoFocus />
      <div className="actions">
        <Button type="submit" className="primary">
          {words.save}
        </Button>
        <Button onPress={props.onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}
