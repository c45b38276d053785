import { useState } from "react";
import { Button, Checkbox, CheckboxGroup, Dialog, Heading, Label, Modal, ModalOverlay } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api } from "../http/api";
import { type Collated, collation } from "../http/collation";
import { words } from "../strings";
import { useView, useWorkspace } from "../workspace/useWorkspace";
import { SideBySide } from "./SideBySide";

/** Other texts of the project beside this one: what each has differently, and what one makes of it. */
export function CollationWindow({ onClose }: { onClose(): void }) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal collation">
        <Dialog>
          <div className="past-head">
            <Heading slot="title">{words.collation.title}</Heading>
            <Button className="quiet" onPress={onClose}>
              {words.close}
            </Button>
          </div>
          <Collating onShow={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Collating({ onShow }: { onShow(): void }) {
  const { document } = useWorkspace();
  const project = useView(({ session }) => session.project);
  const loaded = useLoaded(() => api.project(project), project);
  const [chosen, setChosen] = useState<string[]>([]);
  const [collated, setCollated] = useState<Collated | null>(null);
  const [shown, setShown] = useState("");
  const { busy, failure, run } = useAction();
  const others = (loaded.value?.documents ?? []).filter(({ id }) => id !== document);

  const collate = () =>
    run(async () => {
      const found = await collation.of(document, chosen);
      setCollated(found);
      setShown((before) => (found.others.some(({ id }) => id === before) ? before : found.others[0]!.id));
    });

  const other = collated?.others.find(({ id }) => id === shown);
  return (
    <div className="collation-body">
      <Failure of={loaded.failure ?? failure ?? null} />
      {loaded.value && others.length === 0 && <p className="empty">{words.collation.none}</p>}
      {others.length > 0 && (
        <div className="collation-choice">
          <CheckboxGroup value={chosen} onChange={setChosen}>
            <Label>{words.collation.witnesses}</Label>
            {others.map(({ id, title }) => (
              <Checkbox key={id} value={id} className="tick">
                <span className="tick-box" aria-hidden="true" />
                <span lang="lzh">{title}</span>
              </Checkbox>
            ))}
          </CheckboxGroup>
          <Button isDisabled={busy || chosen.length === 0} onPress={() => void collate()}>
            {collated === null ? words.collation.start : words.collation.again}
          </Button>
          {collated !== null && collated.others.length > 1 && (
            <Choice
              label={words.collation.shown}
              value={shown}
              onChange={setShown}
              options={collated.others.map(({ id, title }) => [id, title] as const)}
            />
          )}
        </div>
      )}
      {collated !== null && other !== undefined && (
        <SideBySide key={`${other.id} ${collated.revision} ${other.revision}`} text={collated.text} other={other} onShow={onShow} />
      )}
    </div>
  );
}
