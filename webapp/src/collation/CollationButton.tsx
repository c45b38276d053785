import { useState } from "react";
import { Button } from "react-aria-components";
import { words } from "../strings";
import { CollationWindow } from "./CollationWindow";

/** Opens the collation with other texts of the project. */
export function CollationButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{words.collation.open}</Button>
      {open && <CollationWindow onClose={() => setOpen(false)} />}
    </>
  );
}
