import { use, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { AccountContext, useAccount } from "../app/account";
import { navigate, to } from "../app/route";
import { api } from "../http/api";
import type { Waiting } from "../session/kept";
import { openShelf } from "../session/shelf";
import { words } from "../strings";
import { WaitingList } from "./KeptHere";

/** Signs out; asks first when work of this account waits in this browser. */
export function SignOut() {
  const { set } = use(AccountContext);
  const { id } = useAccount();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  async function leave() {
    await api.signOut().catch(() => {});
    set(null);
    navigate(to.signIn);
  }
  async function ask() {
    const found = await openShelf(id).waiting().catch(() => []);
    if (found.length === 0) return leave();
    setWaiting(found);
  }
  async function remove() {
    await openShelf(id).clear();
    await leave();
  }
  return (
    <>
      <Button className="quiet" onPress={() => void ask()}>
        {words.signIn.out}
      </Button>
      <ModalOverlay
        className="veil"
        isOpen={waiting.length > 0}
        isDismissable
        onOpenChange={(open) => !open && setWaiting([])}
      >
        <Modal className="modal">
          <Dialog role="alertdialog">
            <Heading slot="title">{words.kept.leaveTitle}</Heading>
            <WaitingList waiting={waiting} />
            <p>{words.kept.leaveText}</p>
            <div className="actions">
              <Button className="primary" autoFocus onPress={() => void leave()}>
                {words.kept.leaveKeep}
              </Button>
              <Button onPress={() => void remove()}>{words.kept.leaveDelete}</Button>
              <Button onPress={() => setWaiting([])}>{words.cancel}</Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}
