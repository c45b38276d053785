import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useLoaded } from "../app/useLoaded";
import { commands } from "../http/commands";
import { words } from "../strings";

interface Props {
  title: string;
  address: string;
  onClose(): void;
}

/** What a command said, as plain text, and a way to keep it. */
export function ReportWindow({ title, address, onClose }: Props) {
  const { value, failure } = useLoaded(() => commands.report(address), address);
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal report">
        <Dialog>
          <Heading slot="title">{title}</Heading>
          <Failure of={failure} />
          {value === undefined && failure === undefined && <p>{words.commands.reading}</p>}
          {value !== undefined && (
            <pre className="report-text" tabIndex={0} role="document" aria-label={title}>
              {value}
            </pre>
          )}
          <div className="actions">
            <a className="button" href={address} download>
              {words.commands.save}
            </a>
            <Button onPress={onClose}>{words.commands.close}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
