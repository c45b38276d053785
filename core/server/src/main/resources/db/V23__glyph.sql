-- The glyphs of a project that no code names, or that its texts could only describe. An annotation whose
-- description is that of an entry is a use of it.
CREATE TABLE glyph (
  id TEXT NOT NULL PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  description TEXT NOT NULL,       -- as it stands in the annotations
  ids TEXT NOT NULL,               -- an ideographic description, empty when there is none
  form TEXT NOT NULL,              -- the character that stands for it, encoded or of private use; empty when none does
  private_use TEXT,                -- the same when it is of private use, else NULL: it means one entry of the project
  note TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES account (id),
  created_at BIGINT NOT NULL,
  UNIQUE (project_id, description),
  UNIQUE (project_id, private_use)
);

-- What it looks like on the page. Read one by one.
CREATE TABLE glyph_clip (
  glyph_id TEXT NOT NULL PRIMARY KEY REFERENCES glyph (id),
  media_type TEXT NOT NULL,        -- image/png, image/jpeg, image/webp
  content TEXT NOT NULL            -- the bytes in base64, which both engines keep alike
);
