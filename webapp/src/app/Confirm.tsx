import type { ReactNode } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { words } from "../strings";

interface Props {
  title: string;
  action: string;
  onConfirm(): void;
  onClose(): void;
  children: ReactNode;
}

/** Asks before something big is done. */
export function Confirm({ title, action, onConfirm, onClose, children }: Props) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title">{title}</Heading>
          {children}
          <div className="actions">
            <Button
              className="primary"
              autoFocus
              onPress={() => {
                onClose();
                onConfirm();
              }}
            >
              {action}
            </Button>
            <Button onPress={onClose}>{words.cancel}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
