import { useAccount } from "../app/account";
import { Failure } from "../app/Failure";
import { useLoaded } from "../app/useLoaded";
import { work } from "../http/work";
import { words } from "../strings";
import { WorkList } from "./WorkList";

/** What whoever is signed in was given, in all projects. Nothing is shown to somebody who never got work. */
export function MyWork() {
  const viewer = useAccount().id;
  const mine = useLoaded(work.mine);
  const { value } = mine;
  if (value === undefined) return <Failure of={mine.failure} />;
  if (value.length === 0) return null;
  return (
    <section aria-labelledby="my-work">
      <h2 id="my-work">{words.work.mine}</h2>
      <WorkList assignments={value} viewer={viewer} manages={false} changed={mine.reload} none={words.work.noneMine} />
    </section>
  );
}
