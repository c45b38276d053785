import { at, request } from "./api";

export interface Place {
  document: string;
  start: number;
  end: number;
  before: string;
  surface: string;
  after: string;
}

export interface Meant {
  entity: string;
  label: string;
  type: string;
}

/** What one form means at some places, of which the first are told. */
export interface Meaning {
  meant: Meant;
  count: number;
  places: Place[];
}

/** The first of a sort, and how many there are. */
export interface Some<T> {
  first: T[];
  total: number;
}

export interface Form {
  surface: string;
  meanings: Meaning[];
}

/** An entity in a passage that is not of its time; years that are not known are empty. */
export interface OutOfTime {
  place: Place;
  meant: Meant;
  from: string;
  to: string;
  date: string;
  days: [string, string];
}

/** A form that is linked elsewhere, and places where it is not. */
export interface Unlinked {
  surface: string;
  meant: Meant;
  linked: number;
  count: number;
  places: Place[];
}

/** A date that lies before the one that stands before it. */
export interface Backwards {
  place: Place;
  date: string;
  day: string;
  earlier: Place;
  earlierDate: string;
  earlierDay: string;
}


/** A name that a plugin proposes and nobody decided on. */
export interface Offered {
  place: Place;
  plugin: string;
  label: string;
  type: string;
  /** Not there when the authority file does not have it. */
  entity?: string;
}

export interface Consistency {
  complete: boolean;
  /** Of the documents, by id. */
  titles: Record<string, string>;
  findings: {
    forms: Some<Form>;
    times: Some<OutOfTime>;
    unlinked: Some<Unlinked>;
    offers: Some<Offered>;
    order: Some<Backwards>;
  };
}

/** What does not go together: section 1 of docs/protocol.md. */
export const consistency = {
  of: (project: string, document: string) =>
    request<Consistency>(
      "GET",
      document === ""
        ? at`/api/projects/${project}/consistency`
        : at`/api/projects/${project}/consistency?document=${document}`,
    ),
};
