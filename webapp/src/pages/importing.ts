import type { Format } from "../http/formats";
import { words } from "../strings";

/** What the server reads without a plugin. */
export const PLAIN: Format = {
  plugin: "",
  by: "",
  destination: "",
  name: "text",
  label: "",
  extension: "txt",
  mediaType: "text/plain",
};

export function isPlain({ plugin }: Format): boolean {
  return plugin === "";
}

export function keyOf({ plugin, name }: Format): string {
  return `${plugin} ${name}`;
}

/** The format that a file's name speaks for, plain text when none does. */
export function suitable(all: readonly Format[], fileName: string): Format {
  const extension = /\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase();
  return all.find((format) => format.extension === extension) ?? PLAIN;
}

/** A file's name without what tells its format. */
export function stem(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, "");
}

export function labelOf(format: Format): string {
  return isPlain(format) ? words.importing.plain : words.importing.by(format.label, format.by);
}

/** What a browser offers at first when one looks for a file. */
export function accepted(all: readonly Format[]): string {
  return [...new Set(["text/plain", ...all.map(({ extension }) => `.${extension}`)])].join(",");
}
