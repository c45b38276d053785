import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/styles/han-fonts.css", "utf8");
const slices = [...css.matchAll(/url\("([^"]+)"\)[^;]*;\s*unicode-range: U\+([0-9a-f]+)-([0-9a-f]+);/g)].map(
  ([, file, from, to]) => ({ file: `node_modules/${file}`, from: Number.parseInt(from!, 16), to: Number.parseInt(to!, 16) }),
);

const having = (character: string) =>
  slices.filter(({ from, to }) => from <= character.codePointAt(0)! && character.codePointAt(0)! <= to);

describe("the font for rare characters", () => {
  it("has each of them in one slice, which is there", () => {
    for (const character of "𠲽𠸄𠀀𪛖𪜀𫜴𫝀𫠝𫠠𬺡𬺰") {
      expect(having(character), character).toHaveLength(1);
    }
    for (const { file } of slices) expect(existsSync(file), file).toBe(true);
  });

  it("is loaded for nothing that every computer can show", () => {
    expect(slices.every(({ from }) => from >= 0x20000)).toBe(true);
    expect(css.match(/@font-face/g)).toHaveLength(slices.length);
  });

  it("comes in slices that a slow line bears", () => {
    const sizes = slices.map(({ file }) => statSync(file).size);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(15_000_000);
  });
});
