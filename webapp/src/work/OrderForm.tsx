import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Choice, Field } from "../app/Field";
import { type Assignment, type Order, type Task, TASKS } from "../http/work";
import { words } from "../strings";

const NAMES = TASKS.map((task) => [task, words.work.tasks[task]] as const);

/** The fields of what is to be done. */
export function OrderFields({ order, set }: { order: Order; set(order: Order): void }) {
  const { due, ...dueless } = order;
  return (
    <>
      <Choice<Task> label={words.work.task} value={order.task} onChange={(task) => set({ ...order, task })} options={NAMES} />
      <Field
        label={words.work.dueLabel}
        type="date"
        value={due ?? ""}
        onChange={(written) => set(written === "" ? dueless : { ...order, due: written })}
      />
      <Field label={words.work.note} className="wide" value={order.note} onChange={(note) => set({ ...order, note })} />
    </>
  );
}

/** Says something else of what is to be done. */
export function OrderForm(props: { of: Assignment; busy: boolean; onSave(order: Order): void; onClose(): void }) {
  const { task, due, note } = props.of;
  const [order, set] = useState<Order>(due === undefined ? { task, note } : { task, due, note });
  function save(event: FormEvent) {
    event.preventDefault();
    props.onSave(order);
  }
  return (
    <form className="row order" onSubmit={save}>
      <OrderFields order={order} set={set} />
      <Button type="submit" isDisabled={props.busy}>
        {words.save}
      </Button>
      <Button className="quiet" onPress={props.onClose}>
        {words.cancel}
      </Button>
    </form>
  );
}
