import { createRoot } from "react-dom/client";

createRoot(document.getElementById("root")!).render(<h1>Dianjiao 點校</h1>);
