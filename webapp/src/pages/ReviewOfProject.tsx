import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Field } from "../app/Field";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type Project, type ProjectReview } from "../http/api";
import { words } from "../strings";
import { STAGES } from "../workspace/stage";

/** How the project reviews and how far its documents are; shown when somebody asks, for every log is read for it. */
export function ReviewOfProject({ project }: { project: Project }) {
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby="review">
      <h2 id="review">{words.projectReview.title}</h2>
      {shown ? <Shown project={project} /> : <Button onPress={() => setShown(true)}>{words.projectReview.show}</Button>}
    </section>
  );
}

function Shown({ project }: { project: Project }) {
  const review = useLoaded(() => api.projectReview(project.id), project.id);
  const { value } = review;
  if (value === undefined) return <Failure of={review.failure} />;
  const { errors } = value;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return (
    <>
      {project.role === "manager" ? (
        <Settings project={project.id} review={value} changed={review.reload} />
      ) : (
        <p>{words.projectReview.settings(value.approvals, value.sampled)}</p>
      )}
      <p>
        {errors.reviewed === 0
          ? words.projectReview.noErrors
          : words.projectReview.errors(errors.corrected, errors.reviewed, percent(errors.rate), percent(errors.low), percent(errors.high))}
      </p>
      <table className="progress">
        <thead>
          <tr>
            <th scope="col">{words.project.documents}</th>
            {STAGES.map((stage) => (
              <th key={stage} scope="col">
                {words.editor.stages[stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.documents.map(({ id, title, progress }) => (
            <tr key={id}>
              <th scope="row" lang="lzh">
                {title}
              </th>
              {STAGES.map((stage) => (
                <td key={stage}>{progress[stage]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <a href={api.reviewTable(project.id)} download>
        {words.projectReview.table}
      </a>
    </>
  );
}

function Settings({ project, review, changed }: { project: string; review: ProjectReview; changed(): void }) {
  const [approvals, setApprovals] = useState(String(review.approvals));
  const [sampled, setSampled] = useState(String(review.sampled));
  const { failure, busy, run } = useAction();
  function save(event: FormEvent) {
    event.preventDefault();
    void run(async () => {
      await api.setReview(project, { approvals: Number(approvals), sampled: Number(sampled) });
      changed();
    });
  }
  return (
    <form className="row" onSubmit={save}>
      <Field label={words.projectReview.approvals} type="number" value={approvals} onChange={setApprovals} required />
      <Field label={words.projectReview.sampled} type="number" value={sampled} onChange={setSampled} required />
      <Button type="submit" isDisabled={busy}>
        {words.save}
      </Button>
      <Failure of={failure} />
    </form>
  );
}
