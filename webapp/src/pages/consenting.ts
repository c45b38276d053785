import type { RemotePlugin } from "../http/consents";
import { moment, words } from "../strings";

/** Whether texts go there now: consent counts for the machine that it was given for. */
export function covers({ consent, destination }: RemotePlugin): boolean {
  return consent?.destination === destination;
}

/** How it stands, in a sentence. */
export function said(line: RemotePlugin): string {
  const { plugin, name, destination, consent } = line;
  const called = words.consents.called(name, plugin);
  if (consent === undefined) return words.consents.none(called, destination);
  if (!covers(line)) return words.consents.moved(called, destination, consent.destination);
  return words.consents.shown(called, destination, consent.name, moment(consent.at));
}
