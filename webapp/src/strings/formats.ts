/** Made once: making one takes longer than drawing the page. */
const format = new Intl.NumberFormat("en");

export function digits(n: number): string {
  return format.format(n);
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${digits(n)} ${n === 1 ? one : many}`;
}

/** What somebody or something else said, so that sentences may stand before and behind it. */
export function sentence(said: string): string {
  const trimmed = said.trim();
  if (trimmed === "") return "";
  const ended = /[.!?…。！？)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

export function moment(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

export function clock(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
