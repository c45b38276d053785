import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./styles/base.css";
import "./styles/pages.css";
import "./styles/people.css";
import "./styles/blind.css";
import "./styles/workspace.css";
import "./styles/editor.css";
import "./styles/panels.css";
import "./styles/review.css";
import "./styles/talk.css";
import "./styles/annotations.css";
import "./styles/history.css";
import "./styles/legend.css";
import "./styles/drafts.css";
import "./styles/past.css";
import "./styles/work.css";

createRoot(document.getElementById("root")!).render(<App />);
