-- Editing the text directly takes an editor from here on. Whoever was an annotator before could do that, and still can.

UPDATE membership SET role = 'editor' WHERE role = 'annotator';
