import { type ReactNode, useState } from "react";
import { Button } from "react-aria-components";
import { words } from "../strings";

/** So many rows are shown at first. */
const FEW = 50;

interface Props {
  /** What the table tells. */
  caption: string;
  heading: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** Where the file is. */
  file: string;
  /** Whether the first column is in Chinese. */
  titles?: boolean;
  open?: boolean;
}

/** What a chart shows, in numbers; and the way to the file. */
export function Numbers({ caption, heading, rows, file, titles = false, open = false }: Props) {
  const [most, setMost] = useState(FEW);
  const first = (cell: ReactNode) => (titles ? <span lang="lzh">{cell}</span> : cell);
  return (
    <details className="numbers" open={open}>
      <summary>{words.progress.asTable}</summary>
      <div className="numbers-scroll" role="group" aria-label={caption} tabIndex={0}>
        <table className="progress">
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {heading.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, index) => (
              <tr key={index}>
                <th scope="row">{first(row[0])}</th>
                {row.slice(1).map((cell, column) => (
                  <td key={heading[column + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        {rows.length > most && (
          <Button className="quiet" onPress={() => setMost(most + 20 * FEW)}>
            {words.passages.more(rows.length - most)}
          </Button>
        )}
        <a href={file} download>
          {words.progress.file}
        </a>
      </div>
    </details>
  );
}
