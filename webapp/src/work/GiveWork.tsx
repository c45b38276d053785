import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { Choice } from "../app/Field";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import type { Member } from "../http/api";
import { type NewAssignment, type Order, type Task, work } from "../http/work";
import { words } from "../strings";
import { OrderFields } from "./OrderForm";

interface Props {
  document: string;
  members: readonly Member[];
  /** Which passages, at the moment of giving; the whole document when there are none. */
  passages?(): NewAssignment["passages"];
  given(): void;
  children?: ReactNode;
}

/** Whether somebody of this role can do a task; the server decides. */
export function isAble(role: Member["role"], task: Task): boolean {
  return task === "review" ? role === "reviewer" || role === "manager" : role !== "viewer";
}

/** Gives passages or a document to a member. */
export function GiveWork({ document, members, passages, given, children }: Props) {
  const [account, setAccount] = useState("");
  const [order, setOrder] = useState<Order>({ task: "punctuate", note: "" });
  const [said, setSaid] = useState("");
  const { failure, busy, run } = useAction();
  const able = members.filter(({ role }) => isAble(role, order.task));
  const chosen = able.find((member) => member.account === account) ?? able[0];
  function give(event: FormEvent) {
    event.preventDefault();
    if (chosen === undefined || document === "") return;
    const where = passages?.();
    void run(async () => {
      const assignment = { account: chosen.account, ...order, note: order.note.trim() };
      await work.give(document, where === undefined ? assignment : { ...assignment, passages: where });
      setSaid(words.work.given(chosen.name));
      setOrder({ ...order, note: "" });
      given();
    });
  }
  return (
    <form className="row order" onSubmit={give}>
      {children}
      <Choice
        label={words.work.person}
        value={chosen?.account ?? ""}
        onChange={setAccount}
        options={able.map((member) => [member.account, member.name] as const)}
      />
      <OrderFields order={order} set={setOrder} />
      <Button type="submit" isDisabled={busy || chosen === undefined || document === ""}>
        {words.work.action}
      </Button>
      <span role="status">{chosen === undefined ? words.work.nobody : said}</span>
      <Failure of={failure} />
    </form>
  );
}
