import * as annotating from "./annotate";
import { authority } from "./authority";
import { blind } from "./blind";
import { collation } from "./collation";
import { comparison } from "./comparison";
import { consistency } from "./consistency";
import { consents } from "./consents";
import { drafts } from "./drafts";
import { elsewhere } from "./elsewhere";
import { glyphs } from "./glyphs";
import { history } from "./history";
import { commands } from "./commands";
import { jobs } from "./jobs";
import * as pages from "./pages";
import { marks } from "./marks";
import { occurrences } from "./occurrences";
import { past } from "./past";
import { pictures } from "./pictures";
import { plugins } from "./plugins";
import { punctuate } from "./punctuate";
import * as people from "./people";
import { review } from "./review";
import { search } from "./search";
import { sweeps } from "./sweeps";
import { inbox, talk } from "./talk";
import { views } from "./views";
import { progress, work } from "./work";
import { variants } from "./variants";
import * as workspace from "./workspace";

export { clock, digits, moment, sentence } from "./formats";
export { day } from "./work";

/** Every word that is shown, by the screen on which it stands. */
export const words = {
  name: "Dianjiao 點校",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  notFound: "There is nothing at this address.",
  unexpected: "Something went wrong.",
  home: "Projects",
  ...pages,
  ...people,
  ...workspace,
  ...annotating,
  authority,
  blind,
  collation,
  comparison,
  consistency,
  consents,
  drafts,
  elsewhere,
  glyphs,
  pictures,
  review,
  history,
  occurrences,
  past,
  marks,
  plugins,
  punctuate,
  views,
  talk,
  inbox,
  work,
  progress,
  search,
  sweeps,
  jobs,
  commands,
  variants,
};
