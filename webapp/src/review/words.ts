import { detail, kindName, kindOf } from "../annotate/kinds";
import type { People, Suggestion } from "../session/values";
import type { Action } from "../session/values";
import { words } from "../strings";

export function makerName({ maker }: Suggestion, people: People): string {
  if ("plugin" in maker) return maker.plugin;
  return people[maker.account]?.name ?? words.history.someone;
}

/** What an action would do, in a few words. */
export function actionWords(action: Action): string {
  if (action.is === "replace") return action.text === "" ? words.review.delete : action.text;
  const more = detail(action.body);
  const kind = kindName(kindOf(action.body));
  return more === "" ? kind : `${kind}: ${more}`;
}
