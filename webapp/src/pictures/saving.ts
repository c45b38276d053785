/** A drawing as a file: what is on the page, in its colours, with nothing that only the page has. */

const SPACE = "http://www.w3.org/2000/svg";
const SHARP = 2;

/** A drawing as text that stands alone. */
export function written(drawing: SVGSVGElement, title: string): string {
  const alone = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawing.viewBox.baseVal;
  for (const name of ["role", "tabindex", "class", "style", "aria-label", "aria-describedby", "id"]) alone.removeAttribute(name);
  alone.setAttribute("xmlns", SPACE);
  alone.setAttribute("width", String(width));
  alone.setAttribute("height", String(height));
  const style = getComputedStyle(drawing);
  alone.setAttribute("font-family", style.fontFamily);
  for (const part of alone.querySelectorAll("*")) {
    for (const { name } of [...part.attributes]) {
      if (name === "role" || name === "tabindex" || name === "class" || name.startsWith("aria-")) part.removeAttribute(name);
    }
  }
  const ground = document.createElementNS(SPACE, "rect");
  ground.setAttribute("width", String(width));
  ground.setAttribute("height", String(height));
  ground.setAttribute("fill", getComputedStyle(document.documentElement).getPropertyValue("--paper").trim());
  const said = document.createElementNS(SPACE, "title");
  said.textContent = title;
  alone.prepend(said, ground);
  return new XMLSerializer().serializeToString(alone);
}

/** The same as the dots of a PNG, twice as fine as on the page. */
export async function painted(text: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = SHARP * width;
  canvas.height = SHARP * height;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob === null ? failed(new Error("no picture")) : done(blob)), "image/png"),
  );
}

/** Has the browser keep a file. */
export function keep(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
