import { detail, kindName, kindOf } from "../annotate/kinds";
import type { Action, People, Suggestion } from "../session/values";
import { words } from "../strings";

export function makerName({ maker }: Suggestion, people: People): string {
  if ("plugin" in maker) return maker.plugin;
  return people[maker.account]?.name ?? words.history.someone;
}

/** What an action would do, in a few words; what only repeats the surface is left out. */
export function actionWords(action: Action, surface = ""): string {
  if (action.is === "replace") return action.text === "" ? words.review.delete : action.text;
  const said = detail(action.body);
  const more = said === surface ? "" : said;
  const kind = kindName(kindOf(action.body));
  return more === "" ? kind : `${kind}: ${more}`;
}
