import { navigate, to } from "../app/route";
import { authority, type EntityWish } from "../http/authority";
import { words } from "../strings";
import type { File } from "./AuthorityPage";

/** A way to have something done: at once, or by somebody who decides. */
export interface Way {
  words: string;
  /** Gives the entities that it made or changed; none when somebody has to decide first. */
  grant(wish: EntityWish): Promise<string[]>;
}

/** What whoever looks at a file may do with a wish; `action` are the words for doing it at once. */
export function waysOf(file: File, action: string): Way[] {
  const door = authority(file.project);
  const atOnce: Way = { words: action, grant: async (wish) => (await door.change(wish)).ids };
  const proposing: Way = {
    words: words.authority.propose,
    grant: async (wish) => {
      await door.propose(wish);
      navigate(to.authority(file.project, { part: "proposals" }));
      return [];
    },
  };
  return [...(file.edits ? [atOnce] : []), ...(file.proposes ? [proposing] : [])];
}
