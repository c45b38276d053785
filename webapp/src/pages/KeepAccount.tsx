import { type FormEvent, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useAccount } from "../app/account";
import { Confirm } from "../app/Confirm";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { to } from "../app/route";
import { Secret } from "../app/Secret";
import { useAction } from "../app/useAction";
import { type AccountLine, people } from "../http/people";
import { words } from "../strings";

const { keeping } = words;

/** One account in the list of administrators, and what they can do with it. */
export function KeepAccount({ account, changed }: { account: AccountLine; changed(): void }) {
  const own = useAccount().id === account.id;
  const [asked, ask] = useState<"rename" | "suspend" | null>(null);
  const [link, setLink] = useState<{ secret: string; expires: string } | null>(null);
  const { failure, busy, run } = useAction();
  const { id, name, suspended } = account;
  const act = (work: () => Promise<unknown>) =>
    run(async () => {
      await work();
      changed();
    });
  return (
    <li className="kept-account">
      <span className="person-name">
        <span className="dot" style={{ background: account.colour }} />
        {name}
        {account.administrator && <span className="aside"> · {words.accounts.administrator}</span>}
        {suspended && <span className="aside"> · {keeping.suspended(suspended)}</span>}
      </span>
      <Button className="quiet" aria-label={keeping.renameOf(name)} onPress={() => ask("rename")}>
        {keeping.rename}
      </Button>
      {!suspended && (
        <Button
          className="quiet"
          isDisabled={busy}
          aria-label={keeping.resetLinkOf(name)}
          onPress={() => void run(async () => setLink(await people.resetLink(id)))}
        >
          {keeping.resetLink}
        </Button>
      )}
      {!own && !suspended && (
        <Button className="quiet" aria-label={keeping.suspendOf(name)} onPress={() => ask("suspend")}>
          {keeping.suspend}
        </Button>
      )}
      {suspended && (
        <Button
          className="quiet"
          isDisabled={busy}
          aria-label={keeping.unsuspendOf(name)}
          onPress={() => void act(() => people.unsuspend(id))}
        >
          {keeping.unsuspend}
        </Button>
      )}
      <Failure of={failure} />
      {link && (
        <Secret label={keeping.link} value={location.origin + to.newPassword(link.secret)}>
          {keeping.resetMade(name, link.expires)}
        </Secret>
      )}
      {asked === "rename" && <Rename account={account} changed={changed} close={() => ask(null)} />}
      {asked === "suspend" && (
        <Confirm
          title={keeping.suspendTitle(name)}
          action={keeping.suspend}
          onConfirm={() => void act(() => people.suspend(id))}
          onClose={() => ask(null)}
        >
          <p>{keeping.suspendText}</p>
        </Confirm>
      )}
    </li>
  );
}

function Rename(props: { account: AccountLine; changed(): void; close(): void }) {
  const [name, setName] = useState(props.account.name);
  const { failure, busy, run } = useAction();
  function rename(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await people.rename(props.account.id, name.trim());
      props.changed();
      props.close();
    });
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && props.close()}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">{keeping.renameTitle(props.account.name)}</Heading>
          <form onSubmit={rename}>
            <Field label={words.accounts.name} value={name} onChange={setName} autoComplete="off" required autoFocus />
            <Failure of={failure} />
            <div className="actions">
              <Button type="submit" className="primary" isDisabled={busy}>
                {keeping.rename}
              </Button>
              <Button onPress={props.close}>{words.cancel}</Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
