import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { navigate, to } from "../app/route";
import { useAction } from "../app/useAction";
import { useLoaded } from "../app/useLoaded";
import { api, type PluginLine, type ProjectLine } from "../http/api";
import { comparisons, type Wanted } from "../http/comparisons";
import { type Installed, type Instance, plugins } from "../http/plugins";
import { words } from "../strings";
import { type Draft, draftOf, read } from "./form";
import { SettingField } from "./SettingField";

/** A version that a command has just kept is there soon after, in milliseconds. */
const ASK_EVERY = 2_000;

interface Props {
  line: PluginLine;
  instance: Instance;
  installed: readonly Installed[];
  others: readonly string[];
}

/** What would be different with another version, other settings, or another instance; asked before anything is. */
export function TryIt({ line, instance, installed, others }: Props) {
  const [doing, set] = useState<"try" | "compare" | null>(null);
  const said = words.comparison;
  const turn = (which: "try" | "compare") => set(doing === which ? null : which);
  return (
    <div className="try">
      <div className="row">
        <Button aria-expanded={doing === "try"} onPress={() => turn("try")}>
          {said.tryIt}
        </Button>
        {others.length > 0 && (
          <Button aria-expanded={doing === "compare"} onPress={() => turn("compare")}>
            {said.compareWith}
          </Button>
        )}
      </div>
      {doing === "try" && <Trial line={line} instance={instance} installed={installed} />}
      {doing === "compare" && <Beside line={line} others={others} />}
    </div>
  );
}

/** Versions that are installed or kept to be tried, the newest of those kept first. */
function Trial({ line, instance, installed }: Omit<Props, "others">) {
  const staged = useLoaded(plugins.staged);
  const last = useRef(staged.value);
  if (staged.value !== undefined) last.current = staged.value;
  useEffect(() => {
    const timer = setInterval(staged.reload, ASK_EVERY);
    return () => clearInterval(timer);
  }, []);
  const projects = useLoaded(api.projects);
  if (last.current === undefined || projects.value === undefined) return <Failure of={staged.failure ?? projects.failure} />;
  const mine = ({ id }: Installed) => id === line.plugin;
  const kept = last.current.filter(mine);
  return (
    <TrialForm line={line} instance={instance} kept={kept} versions={[...kept, ...installed.filter(mine)]} projects={projects.value} />
  );
}

interface FormProps {
  line: PluginLine;
  instance: Instance;
  kept: readonly Installed[];
  versions: readonly Installed[];
  projects: readonly ProjectLine[];
}

function TrialForm({ line, instance, kept, versions, projects }: FormProps) {
  const said = words.comparison;
  const [chosen, setVersion] = useState<string | null>(null);
  const version = chosen ?? kept[0]?.version ?? line.version;
  const settings = versions.find((one) => one.version === version)?.settings ?? [];
  const [changed, change] = useState<Draft>({});
  const draft = { ...draftOf(settings, instance.settings), ...changed };
  const [tried, setTried] = useState(false);
  const { values, faults } = read(settings, draft);
  const name = (one: string) =>
    one === line.version ? said.currentVersion(one) : kept.some((other) => other.version === one) ? said.stagedVersion(one) : one;
  return (
    <Start
      projects={projects}
      action={said.start}
      wanted={() => {
        setTried(true);
        return Object.keys(faults).length > 0 ? null : { instance: line.id, version, settings: values };
      }}
    >
      <Choice
        label={said.version}
        value={version}
        onChange={setVersion}
        options={[...new Set(versions.map((one) => one.version))].map((one) => [one, name(one)] as const)}
      />
      {settings.map((setting) => (
        <SettingField
          key={setting.name}
          setting={setting}
          value={draft[setting.name] ?? String(setting.standard)}
          fault={tried ? faults[setting.name] : undefined}
          onChange={(value) => change({ ...changed, [setting.name]: value })}
        />
      ))}
    </Start>
  );
}

function Beside({ line, others }: { line: PluginLine; others: readonly string[] }) {
  const projects = useLoaded(api.projects);
  const [other, setOther] = useState(others[0] ?? "");
  if (projects.value === undefined) return <Failure of={projects.failure} />;
  return (
    <Start projects={projects.value} action={words.comparison.compare} wanted={() => ({ instance: line.id, other })}>
      <Choice
        label={words.comparison.other}
        value={other}
        onChange={setOther}
        options={others.map((id) => [id, id] as const)}
      />
    </Start>
  );
}

interface StartProps {
  projects: readonly ProjectLine[];
  action: string;
  /** What is to be compared; null when it cannot be said yet. */
  wanted(): Wanted | null;
  children: React.ReactNode;
}

function Start({ projects, action, wanted, children }: StartProps) {
  const said = words.comparison;
  const [project, setProject] = useState(projects[0]?.id ?? "");
  const { failure, busy, run } = useAction();
  if (projects.length === 0) return <p>{said.noProjects}</p>;
  function start(event: FormEvent) {
    event.preventDefault();
    const asked = wanted();
    if (asked === null) return;
    void run(async () => {
      const job = await comparisons.start(project, asked);
      navigate(to.comparison(project, job.id));
    });
  }
  return (
    <form className="card instance" onSubmit={start} noValidate>
      <p className="aside">{said.tryText}</p>
      {children}
      <Choice
        label={said.project}
        value={project}
        onChange={setProject}
        options={projects.map(({ id, name }) => [id, name] as const)}
      />
      <Failure of={failure} />
      <div className="row">
        <Button type="submit" className="primary" isDisabled={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
