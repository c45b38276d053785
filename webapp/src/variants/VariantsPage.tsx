import { useState } from "react";
import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type Project } from "../http/api";
import { type Rule, type Rules, variants } from "../http/variants";
import { Shell } from "../pages/Shell";
import { words } from "../strings";
import "../styles/variants.css";
import { FileOfRules } from "./FileOfRules";
import { FollowRules } from "./FollowRules";
import { RuleForm } from "./RuleForm";
import { TableOfRules } from "./TableOfRules";

/** A project's rules for variant characters: to read, to change, and to follow. */
export function VariantsPage({ id }: { id: string }) {
  const project = useLoaded(() => api.project(id), id);
  const rules = useLoaded(() => variants.of(id), id);
  const there = project.value !== undefined && rules.value !== undefined;
  return (
    <Shell title={project.value === undefined ? words.variants.title : `${words.variants.title}: ${project.value.name}`}>
      <p>
        <Link to={to.project(id)}>{project.value?.name ?? words.home}</Link>
      </p>
      <p>{words.variants.what}</p>
      <Failure of={project.failure ?? rules.failure} />
      {!there && !rules.failure && <p role="status">{words.variants.loading}</p>}
      {project.value !== undefined && rules.value !== undefined && (
        <Shown key={rules.value.version} project={project.value} rules={rules.value} reload={rules.reload} />
      )}
    </Shell>
  );
}

function Shown({ project, rules, reload }: { project: Project; rules: Rules; reload(): void }) {
  const keeps = project.role === "reviewer" || project.role === "manager";
  const [edited, setEdited] = useState<number | null>(null);
  const { failure, busy, run } = useAction();
  const put = (next: Rule[]) =>
    void run(async () => {
      await variants.change(project.id, rules.version, next);
      reload();
    });
  const save = (rule: Rule) =>
    put(edited === null ? [...rules.rules, rule] : rules.rules.map((each, at) => (at === edited ? rule : each)));
  return (
    <>
      <TableOfRules
        project={project.id}
        rules={rules.rules}
        acts={keeps ? { edit: setEdited, remove: (gone) => put(rules.rules.filter((_, at) => at !== gone)), busy } : null}
      />
      {keeps && (
        <RuleForm
          key={edited ?? "new"}
          rule={edited === null ? undefined : rules.rules[edited]}
          busy={busy}
          save={save}
          cancel={() => setEdited(null)}
        />
      )}
      <Failure of={failure} />
      <FileOfRules project={project.id} version={rules.version} changed={keeps ? reload : null} />
      {keeps && rules.rules.length > 0 && <FollowRules project={project} rules={rules} />}
    </>
  );
}
