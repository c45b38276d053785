// Starts the development server: node test/fake-server.mjs [TEXT] [PORT]. Build the application first (npm run build).
import { runnerImport } from "vite";

const [text = "../../shared/texts/002_ef1a5ca81b135365.txt", port = "8090"] = process.argv.slice(2);
const { module } = await runnerImport(new URL("./fake-server.ts", import.meta.url).pathname);
module.serve(text, Number(port));
