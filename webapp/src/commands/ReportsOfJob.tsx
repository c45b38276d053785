import { useState } from "react";
import { Button } from "react-aria-components";
import { commands } from "../http/commands";
import type { Job } from "../http/jobs";
import { words } from "../strings";
import { ReportWindow } from "./ReportWindow";

/** What a command on a project said about each document. */
export function ReportsOfJob({ job, project }: { job: Job; project: string }) {
  const [read, setRead] = useState<Job["reports"][number] | null>(null);
  const said = job.reports.filter(({ units }) => units > 0);
  const proposals = job.reports.reduce((sum, one) => sum + one.proposals, 0);
  return (
    <details className="job-reports">
      <summary>{words.commands.reports(said.length, proposals)}</summary>
      <ul>
        {said.map((one) => (
          <li key={one.part}>
            <Button className="quiet" onPress={() => setRead(one)}>
              {words.commands.reportOn(one.title)}
            </Button>
          </li>
        ))}
      </ul>
      {said.length > 0 && (
        <a href={commands.reportOfProjectAddress(project, job.id)} download>
          {words.commands.allReports}
        </a>
      )}
      {read !== null && (
        <ReportWindow
          title={words.commands.reportOn(read.title)}
          address={commands.reportOfProjectAddress(project, job.id, read.part)}
          onClose={() => setRead(null)}
        />
      )}
    </details>
  );
}
