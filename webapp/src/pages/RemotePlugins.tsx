import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import type { Project } from "../http/api";
import { consents } from "../http/consents";
import { words } from "../strings";
import { covers, said } from "./consenting";

/** To which machines texts of the project go when plugins read them; managers say so. Nothing when all run here. */
export function RemotePlugins({ project }: { project: Project }) {
  const remote = useLoaded(() => consents.of(project.id), project.id);
  const { failure, run } = useAction();
  if (remote.value === undefined || remote.value.length === 0) return <Failure of={remote.failure} />;
  const act = (work: () => Promise<unknown>) => void run(async () => void (await work(), remote.reload()));
  return (
    <section aria-labelledby="remote-plugins">
      <h2 id="remote-plugins">{words.consents.title}</h2>
      <p>{words.consents.what}</p>
      <ul className="lines">
        {remote.value.map((line) => (
          <li key={line.plugin} className="consent">
            <span role="status">{said(line)}</span>
            {project.role === "manager" &&
              (covers(line) ? (
                <Button onPress={() => act(() => consents.takeBack(project.id, line.plugin))}>
                  {words.consents.takeBack(line.destination)}
                </Button>
              ) : (
                <Button onPress={() => act(() => consents.give(project.id, line.plugin, line.destination))}>
                  {words.consents.give(line.destination)}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      <Failure of={failure} />
    </section>
  );
}
