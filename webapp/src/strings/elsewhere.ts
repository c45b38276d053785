import { count, digits } from "./formats";

export const elsewhere = {
  look: "Look elsewhere…",
  title: "Look elsewhere",
  service: "Service",
  query: "Name to ask for",
  ask: "Ask",
  asking: (service: string) => `Asking ${service}…`,
  found: (n: number, query: string, service: string) => `${count(n, "candidate")} for ${query} from ${service}`,
  candidates: "Candidates",
  certain: "certain match",
  score: (score: number) => `score ${digits(score)}`,
  take: (name: string, id: string, match: string) => `Take ${name} (${id}) as ${match}`,
};
