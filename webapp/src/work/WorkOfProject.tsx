import { useState } from "react";
import { useAccount } from "../app/account";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useLoaded } from "../app/useLoaded";
import type { Project } from "../http/api";
import { work } from "../http/work";
import { words } from "../strings";
import { GiveWork } from "./GiveWork";
import { WorkList } from "./WorkList";

/** What is given out in a project; of all people to a manager, to everybody else their own. */
export function WorkOfProject({ project }: { project: Project }) {
  const viewer = useAccount().id;
  const manages = project.role === "manager";
  const given = useLoaded(() => work.ofProject(project.id), project.id);
  const [document, setDocument] = useState(project.documents[0]?.id ?? "");
  const { value } = given;
  if (value === undefined) return <Failure of={given.failure} />;
  if (!manages && value.length === 0) return null;
  return (
    <section aria-labelledby="work">
      <h2 id="work">{manages ? words.work.ofProject : words.work.mine}</h2>
      <WorkList assignments={value} viewer={viewer} manages={manages} changed={given.reload} none={words.work.none} />
      {manages && project.documents.length > 0 && (
        <>
          <h3>{words.work.giveDocument}</h3>
          <GiveWork document={document} members={project.members} given={given.reload}>
            <Choice
              label={words.work.document}
              value={document}
              onChange={setDocument}
              options={project.documents.map(({ id, title }) => [id, title] as const)}
            />
          </GiveWork>
        </>
      )}
      {value.length > 0 && (
        <p>
          <a href={work.table(project.id)} download>
            {words.work.table}
          </a>
        </p>
      )}
    </section>
  );
}
