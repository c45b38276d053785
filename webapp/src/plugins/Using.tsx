import { useState } from "react";
import { Button } from "react-aria-components";
import { Confirm } from "../app/Confirm";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import type { Comparison } from "../http/comparisons";
import { plugins } from "../http/plugins";
import { words } from "../strings";

/** What was tried is used, or discarded when it was kept for this only. */
export function Using({ of: { order, job } }: { of: Comparison }) {
  const { instance, trial } = order.after;
  const said = words.comparison;
  const staged = useLoaded(plugins.staged, job.id);
  const [asked, ask] = useState<"use" | "discard" | null>(null);
  const [done, say] = useState("");
  const { failure, busy, run } = useAction();
  if (trial === undefined) return null;
  const { plugin, version, sha256, settings } = trial;
  const kept = staged.value?.some((one) => one.id === plugin && one.version === version) ?? false;
  const use = () =>
    run(async () => {
      await plugins.use(instance, { version, sha256, settings, stamp: order.stamp });
      say(said.used);
      staged.reload();
    });
  const discard = () =>
    run(async () => {
      await plugins.discard(plugin, version);
      say(said.discarded);
      staged.reload();
    });
  return (
    <>
      <div className="row">
        {done === "" && (
          <Button className="primary" isDisabled={busy || job.state === "running"} onPress={() => ask("use")}>
            {said.use}
          </Button>
        )}
        {kept && done === "" && (
          <Button isDisabled={busy || job.state === "running"} onPress={() => ask("discard")}>
            {said.discard}
          </Button>
        )}
      </div>
      <Failure of={failure} />
      <p role="status" className="aside">
        {done}
      </p>
      {asked === "use" && (
        <Confirm
          title={said.useTitle(instance, version)}
          action={said.useAction}
          onConfirm={() => void use()}
          onClose={() => ask(null)}
        >
          <p>{said.useText}</p>
        </Confirm>
      )}
      {asked === "discard" && (
        <Confirm
          title={said.discardTitle(plugin, version)}
          action={said.discardAction}
          onConfirm={() => void discard()}
          onClose={() => ask(null)}
        >
          <p>{said.discardText}</p>
        </Confirm>
      )}
    </>
  );
}
