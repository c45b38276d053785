import { type FormEvent, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import type { Value } from "../http/plugins";
import { type Draft, draftOf, read, settingOf } from "../plugins/form";
import { SettingField } from "../plugins/SettingField";
import { words } from "../strings";
import type { Offered, Place } from "./offered";

interface Props {
  command: Offered;
  place: Place;
  give(parameters: Record<string, Value>): Promise<void>;
  onClose(): void;
}

/** Asks for the parameters of a command before it is given; drawn from what the plugin declares. */
export function CommandForm({ command, place, give, onClose }: Props) {
  const { label, plugin, parameters, destination } = command;
  const [draft, setDraft] = useState<Draft>(() => draftOf(parameters, {}));
  const [tried, setTried] = useState(false);
  const { failure, busy, run } = useAction();
  const { values, faults } = read(parameters, draft);
  const refused = failure === null ? undefined : settingOf(failure.message, parameters);
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    void run(async () => {
      await give(values);
      onClose();
    });
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal command-form">
        <Dialog>
          <Heading slot="title">{label}</Heading>
          <p className="aside">
            {words.commands.who(plugin)} {words.commands.on[place]}
            {destination !== "" && ` ${words.commands.goesTo(destination)}`}
          </p>
          <form onSubmit={submit} noValidate>
            {parameters.map((parameter) => (
              <SettingField
                key={parameter.name}
                setting={parameter}
                value={draft[parameter.name] ?? ""}
                fault={
                  (tried ? faults[parameter.name] : undefined) ??
                  (parameter.name === refused ? failure!.message : undefined)
                }
                onChange={(value) => setDraft({ ...draft, [parameter.name]: value })}
              />
            ))}
            {refused === undefined && <Failure of={failure} />}
            <div className="actions">
              <Button type="submit" className="primary" isDisabled={busy} autoFocus={parameters.length === 0}>
                {words.commands.run}
              </Button>
              <Button onPress={onClose}>{words.cancel}</Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
