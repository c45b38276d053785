import { count, digits } from "./formats";

/** The time of an entity, as far as it is known. */
function span(from: string, to: string): string {
  if (from === "") return `until ${to}`;
  return to === "" ? `from ${from}` : `${from} – ${to}`;
}

export const consistency = {
  title: "Consistency",
  titleOf: (project: string) => `Consistency: ${project}`,
  link: "Consistency of names and dates",
  what: "What does not go together in the names and dates of this project. Each may be right: look, and mend what is not.",
  where: "In",
  loading: "Looking…",
  incomplete: "Not all documents were read in time; look again for the others.",
  again: "Look again",
  nothing: "Everything goes together.",
  forms: (n: number) => `${count(n, "form")} with several meanings`,
  times: (n: number) => `${count(n, "name")} outside of ${n === 1 ? "its" : "their"} time`,
  unlinked: (n: number) => `${count(n, "form")} linked elsewhere, and not here`,
  offers: (n: number) => `${count(n, "name")} that plugins propose, and nobody decided on`,
  offered: (label: string, kind: string, plugin: string) => `${label} (${kind}), says ${plugin}`,
  order: (n: number) => `${count(n, "date")} that ${n === 1 ? "goes" : "go"} backwards`,
  meaning: (n: number) => count(n, "place"),
  outside: (from: string, to: string, date: string, first: string, last: string) =>
    `${span(from, to)}; the passage: ${date} (${first} – ${last})`,
  linked: (linked: number, open: number) => `linked at ${count(linked, "place")}, not at ${digits(open)}`,
  backwards: (date: string, day: string, earlier: string, earlierDay: string) =>
    `${date} (${day}) stands behind ${earlier} (${earlierDay})`,
  more: (n: number) => `and ${digits(n)} more`,
};
