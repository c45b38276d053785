export const consents = {
  title: "Plugins on other machines",
  what: "A plugin below runs on another machine. It is shown the texts of this project only when a manager consents.",
  called: (name: string, id: string) => `${name} (${id})`,
  shown: (plugin: string, machine: string, name: string, day: string) =>
    `Texts go to ${plugin} on ${machine}: ${name} consented on ${day}.`,
  moved: (plugin: string, machine: string, before: string) =>
    `No texts go to ${plugin}: it is on ${machine} now, and the consent was for ${before}.`,
  none: (plugin: string, machine: string) => `No texts go to ${plugin} on ${machine}.`,
  give: (machine: string) => `Let texts go to ${machine}`,
  takeBack: (machine: string) => `Let no more texts go to ${machine}`,
};
