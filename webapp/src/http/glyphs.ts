import { at, request } from "./api";

/** What a person writes about a glyph. */
export interface GlyphEntry {
  /** What annotations call it. */
  description: string;
  /** An ideographic description, or empty. */
  ids: string;
  /** The character that stands for it, encoded or of private use, or empty. */
  form: string;
  note: string;
}

/** A glyph on a project's list. */
export interface Glyph extends GlyphEntry {
  id: string;
  /** The type of its picture, when there is one. */
  clip?: string;
  /** Who entered it. */
  name: string;
  at: string;
}

export interface GlyphList {
  glyphs: Glyph[];
  /** The most bytes of a picture. */
  clipBytes: number;
}

/** Where a glyph is used in one document; the range is the first place. */
export interface GlyphUse {
  glyph: string;
  document: string;
  title: string;
  uses: number;
  start: number;
  end: number;
}

const one = (project: string, glyph: string) => at`/api/projects/${project}/glyphs/${glyph}`;

export const glyphs = {
  of: (project: string) => request<GlyphList>("GET", at`/api/projects/${project}/glyphs`),
  uses: (project: string) => request<GlyphUse[]>("GET", at`/api/projects/${project}/glyphs/uses`),
  add: (project: string, entry: GlyphEntry) => request<Glyph>("POST", at`/api/projects/${project}/glyphs`, entry),
  change: (project: string, glyph: string, entry: GlyphEntry) => request<GlyphList>("PUT", one(project, glyph), entry),
  /** With the number of uses that the person was told. */
  remove: (project: string, glyph: string, uses: number) =>
    request<GlyphList>("DELETE", `${one(project, glyph)}?uses=${uses}`),
  clip: (project: string, glyph: Glyph) => `${one(project, glyph.id)}/clip`,
  removeClip: (project: string, glyph: string) => request<GlyphList>("DELETE", `${one(project, glyph)}/clip`),
  /** The server says by its bytes what it is. */
  setClip: (project: string, glyph: string, picture: Blob) =>
    request<GlyphList>("PUT", `${one(project, glyph)}/clip`, picture, "application/octet-stream"),
};
