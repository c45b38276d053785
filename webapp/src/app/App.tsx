import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { ConsistencyPage } from "../consistency/ConsistencyPage";
import { api, HttpFailure } from "../http/api";
import { AuthorityPage } from "../authority/AuthorityPage";
import { RoundPage } from "../blind/RoundPage";
import { AccountPage } from "../pages/AccountPage";
import { InvitationPage } from "../pages/InvitationPage";
import { NewPasswordPage } from "../pages/NewPasswordPage";
import { ComparisonPage } from "../plugins/ComparisonPage";
import { GlyphsPage } from "../glyphs/GlyphsPage";
import { PluginsPage } from "../plugins/PluginsPage";
import { OccurrencesPage } from "../occurrences/OccurrencesPage";
import { ProjectPage } from "../pages/ProjectPage";
import { ProjectsPage } from "../pages/ProjectsPage";
import { SearchPage } from "../search/SearchPage";
import { SetupPage } from "../pages/SetupPage";
import { SignInPage } from "../pages/SignInPage";
import type { Account } from "../session/frames";
import { words } from "../strings";
import { VariantsPage } from "../variants/VariantsPage";
import { WorkspacePage } from "../workspace/WorkspacePage";
import { AccountContext } from "./account";
import { navigate, type Route, to, useRoute } from "./route";

/** With the charts, which nobody else needs to load. */
const ProgressPage = lazy(() => import("../progress/ProgressPage"));

/** With what draws maps and networks. */
const PicturesPage = lazy(() => import("../pictures/PicturesPage"));

/** Finds out who is signed in, then shows the page of the address. */
export function App() {
  const [account, set] = useState<Account | null | undefined>(undefined);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    api.me().then(set, (problem) => {
      if (problem instanceof HttpFailure && problem.status === 401) set(null);
      else setFailure(problem);
    });
  }, []);
  const signedIn = useMemo(() => ({ account: account ?? null, set }), [account]);
  if (failure) return <main className="page">{failure.message}</main>;
  if (account === undefined) return null;
  return (
    <AccountContext value={signedIn}>
      <Shown account={account} />
    </AccountContext>
  );
}

function Shown({ account }: { account: Account | null }) {
  const route = useRoute();
  if (route.page === "setup") return <SetupPage token={route.token} />;
  if (route.page === "invitation") return <InvitationPage key={route.secret} secret={route.secret} />;
  if (route.page === "new-password") return <NewPasswordPage key={route.secret} secret={route.secret} />;
  if (account === null || route.page === "sign-in") return <SignInPage said={route.page === "sign-in" ? route.said : ""} />;
  return <Page route={route} />;
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case "projects":
      return <ProjectsPage />;
    case "project":
      return <ProjectPage key={route.id} id={route.id} />;
    case "progress":
      return (
        <Suspense fallback={<main className="page">{words.progress.loading}</main>}>
          <ProgressPage key={route.id} id={route.id} />
        </Suspense>
      );
    case "glyphs":
      return <GlyphsPage key={`${route.id} ${route.description}`} id={route.id} description={route.description} form={route.form} />;
    case "search":
      return <SearchPage key={route.id} id={route.id} asked={route.asked} />;
    case "variants":
      return <VariantsPage key={route.id} id={route.id} />;
    case "pictures":
      return (
        <Suspense fallback={<main className="page">{words.pictures.loading}</main>}>
          <PicturesPage key={route.id} id={route.id} query={route.query} />
        </Suspense>
      );
    case "consistency":
      return <ConsistencyPage key={route.id} id={route.id} />;
    case "occurrences":
      return <OccurrencesPage key={route.id} id={route.id} asked={route.asked} />;
    case "authority":
      return <AuthorityPage key={`${route.project} ${route.asked}`} project={route.project} asked={route.asked} />;
    case "plugins":
      return <PluginsPage key={route.open} open={route.open} />;
    case "comparison":
      return <ComparisonPage key={route.id} project={route.project} id={route.id} />;
    case "account":
      return <AccountPage said={route.said} />;
    case "document":
      return <WorkspacePage key={route.id} id={route.id} assignment={route.assignment} place={route.place} />;
    case "round":
      return <RoundPage key={route.id} document={route.document} id={route.id} />;
    default:
      return (
        <main className="page">
          <p>{words.notFound}</p>
          <button type="button" onClick={() => navigate(to.projects)}>
            {words.home}
          </button>
        </main>
      );
  }
}
