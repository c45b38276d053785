import { at, failure, request } from "./api";

/** A format of files, of the house or of a plugin that runs. */
export interface Format {
  /** The instance that reads or writes it; empty for one of the house. */
  plugin: string;
  /** What the plugin is called. */
  by: string;
  /** The machine that texts go to; empty when they stay on the server. */
  destination: string;
  name: string;
  label: string;
  /** Without its dot. */
  extension: string;
  mediaType: string;
}

export interface Formats {
  imports: Format[];
  exports: Format[];
}

/** A file as the server gives it. */
export interface Saved {
  name: string;
  content: Blob;
}

export const formats = {
  all: () => request<Formats>("GET", "/api/formats"),
  /** Brings a file in; without a title its own counts, or its name. */
  bring: (project: string, title: string, format: Format, file: Blob, fileName: string) =>
    request<{ id: string; title: string }>(
      "POST",
      at`/api/projects/${project}/documents?title=${title}&plugin=${format.plugin}&format=${format.name}&file=${fileName}`,
      file,
      format.plugin === "" ? "text/plain; charset=utf-8" : "application/octet-stream",
    ),
  address: (document: string, format: Pick<Format, "plugin" | "name">) =>
    at`/api/documents/${document}/export?plugin=${format.plugin}&format=${format.name}`,
  file: async (document: string, format: Format): Promise<Saved> => {
    const response = await fetch(formats.address(document, format));
    if (!response.ok) throw failure(response.status, await response.text());
    const said = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition") ?? "");
    return {
      name: said === null ? `document.${format.extension}` : decodeURIComponent(said[1]!),
      content: await response.blob(),
    };
  },
};
