import { type KeyboardEvent, useRef, useState } from "react";
import { Button, ToggleButton } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice, Field } from "../app/Field";
import { useLoaded } from "../app/useLoaded";
import type { External } from "../http/authority";
import { type Candidate, elsewhere } from "../http/elsewhere";
import { words } from "../strings";
import { toggled } from "./drafting";

interface Draft {
  external: readonly External[];
  set(external: External[]): void;
}

/** Asks other services what an entity is there, where the server lists any; `query` is asked for unless another is typed. */
export function LookElsewhere({ query, ...draft }: Draft & { query: string }) {
  const { value } = useLoaded(elsewhere.services);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (value === undefined || value.services.length === 0) return null;
  function close() {
    setOpen(false);
    opener.current?.focus();
  }
  return (
    <div className="look-elsewhere">
      <Button ref={opener} aria-expanded={open} onPress={() => setOpen(!open)}>
        {words.elsewhere.look}
      </Button>
      {open && <Enquiry services={value.services} before={query} draft={draft} close={close} />}
    </div>
  );
}

interface Question {
  service: string;
  query: string;
}

interface EnquiryProps {
  services: string[];
  before: string;
  draft: Draft;
  close(): void;
}

/** It stands within the form of the entity: Enter asks and does not save. */
function Enquiry({ services, before, draft, close }: EnquiryProps) {
  const [service, setService] = useState(services[0]!);
  const [query, setQuery] = useState(before);
  const [asked, setAsked] = useState<{ turn: number; question: Question } | null>(null);
  function ask() {
    if (query.trim() === "") return;
    setAsked({ turn: (asked?.turn ?? 0) + 1, question: { service, query: query.trim() } });
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    ask();
  }
  return (
    <div role="group" aria-label={words.elsewhere.title} onKeyDown={press}>
      <div className="entity-row">
        {services.length > 1 && (
          <Choice
            label={words.elsewhere.service}
            value={service}
            onChange={setService}
            options={services.map((one) => [one, addressOf(one)] as const)}
          />
        )}
        <Field label={words.elsewhere.query} value={query} onChange={setQuery} lang="lzh" autoFocus />
        <Button isDisabled={query.trim() === ""} onPress={ask}>
          {words.elsewhere.ask}
        </Button>
        <Button className="quiet" onPress={close}>
          {words.close}
        </Button>
      </div>
      {asked !== null && <Answer key={asked.turn} question={asked.question} draft={draft} />}
    </div>
  );
}

/** What a service answers to one question. */
function Answer({ question, draft }: { question: Question; draft: Draft }) {
  const { service, query } = question;
  const { value, failure } = useLoaded(() => elsewhere.candidates(service, query), question);
  const name = value?.name ?? addressOf(service);
  const found = value?.candidates ?? [];
  return (
    <>
      <p role="status" className="aside">
        {value !== undefined && words.elsewhere.found(found.length, query, name)}
        {value === undefined && failure === undefined && words.elsewhere.asking(name)}
      </p>
      <Failure of={failure} />
      {value !== undefined && found.length > 0 && (
        <ul className="candidates" aria-label={words.elsewhere.candidates}>
          {found.map((candidate, at) => (
            <Line key={at} candidate={candidate} scheme={value.scheme} {...draft} />
          ))}
        </ul>
      )}
    </>
  );
}

interface LineProps extends Draft {
  candidate: Candidate;
  scheme: string;
}

function Line({ candidate, scheme, external, set }: LineProps) {
  const { id, name, description, types, score, match: certain, link } = candidate;
  const taken = external.find((one) => one.scheme === scheme && one.id === id);
  return (
    <li>
      <div>
        {link === undefined ? (
          <span>{name}</span>
        ) : (
          <a href={link} rel="noopener noreferrer" target="_blank">
            {name}
          </a>
        )}{" "}
        <code>{id}</code> {certain && <strong>{words.elsewhere.certain}</strong>}
        <p className="aside">{[description, types.join(", "), words.elsewhere.score(score)].filter(Boolean).join(" · ")}</p>
      </div>
      <div className="candidate-ways">
        {(["exact", "close"] as const).map((match) => (
          <ToggleButton
            key={match}
            aria-label={words.elsewhere.take(name, id, words.authority.matches[match])}
            isSelected={taken?.match === match}
            onChange={() => set(toggled(external, { scheme, id, link, match }))}
          >
            {words.authority.matches[match]}
          </ToggleButton>
        ))}
      </div>
    </li>
  );
}

/** An address without what all addresses begin with. */
function addressOf(service: string): string {
  return service.replace(/^https?:\/\//, "");
}
