import { useState } from "react";
import { Button } from "react-aria-components";
import { type TypedDate, api } from "../http/api";
import type { Body } from "../session/values";
import { words } from "../strings";
import { useWorkspace } from "../workspace/useWorkspace";
import { days } from "./kinds";
import { Picking, useAnswer } from "./Picking";

interface Props {
  surface: string;
  /** Where in the text; what stands before it tells the year. */
  at: number;
  initial?: Body;
  onDone(body: Body): void;
}

/** Says what a date means: the server reckons it, a person picks. */
export function DateForm({ surface, at, initial, onDone }: Props) {
  const { document } = useWorkspace();
  const [query, setQuery] = useState(initial?.is === "date" ? initial.norm : surface);
  const { found, problem } = useAnswer<TypedDate>((typed) => api.date(document, typed, at), query, `${at}`);
  const readings = found?.readings ?? [];
  return (
    <Picking
      label={words.annotate.date}
      results={words.annotate.readings}
      query={query}
      setQuery={setQuery}
      picks={readings.map((reading, index) => ({ id: `${index}`, label: reading.norm, aside: days(reading) }))}
      empty={problem ?? (found ? words.annotate.noDate : "")}
      onPick={(id) => onDone(readings[Number(id)]!)}
    >
      {found && found.reason !== "" && <p className="aside">{found.reason}</p>}
      <Button onPress={() => onDone({ is: "tag", name: "date" })}>{words.annotate.plain}</Button>
    </Picking>
  );
}
