import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Mentioned, Network, Together } from "../http/pictures";

/** Who is mentioned with whom: which pairs are drawn, and where everybody stands. Pure. */

export interface Node extends SimulationNodeDatum {
  x: number;
  y: number;
  radius: number;
  mentioned: Mentioned;
}

export interface Tie {
  source: Node;
  target: Node;
  times: number;
}

export interface Laid {
  nodes: Node[];
  ties: Tie[];
}

const ROUNDS = 320;
const MARGIN = 28;

/** The pairs that are together often enough, and those who are in one. */
export function chosen({ entities, together }: Network, least: number): { entities: Mentioned[]; together: Together[] } {
  const often = together.filter(({ times }) => times >= least);
  const tied = new Set(often.flatMap(({ first, second }) => [first, second]));
  return { entities: entities.filter(({ entity }) => tied.has(entity)), together: often };
}

/** Has them stand so that those who are together stand near. The same network stands the same way every time. */
export function laid(entities: readonly Mentioned[], together: readonly Together[], width: number, height: number): Laid {
  const most = Math.max(1, ...entities.map(({ mentions }) => mentions));
  const nodes = entities.map((mentioned) => ({ x: NaN, y: NaN, radius: 4 + 12 * Math.sqrt(mentioned.mentions / most), mentioned }));
  const byId = new Map(nodes.map((node) => [node.mentioned.entity, node]));
  const ties: Tie[] = together.flatMap(({ first, second, times }) => {
    const [source, target] = [byId.get(first), byId.get(second)];
    return source === undefined || target === undefined ? [] : [{ source, target, times }];
  });
  const strongest = Math.max(1, ...ties.map(({ times }) => times));
  forceSimulation<Node>(nodes)
    .force("ties", forceLink<Node, Tie>(ties).distance(60).strength(({ times }) => 0.08 + 0.5 * Math.sqrt(times / strongest)))
    .force("apart", forceManyBody<Node>().strength(-230).distanceMax(420))
    .force("room", forceCollide<Node>(({ radius }) => radius + 9))
    .force("x", forceX<Node>(0).strength(0.05))
    .force("y", forceY<Node>(0).strength(0.09))
    .stop()
    .tick(ROUNDS);
  fit(nodes, width, height);
  return { nodes, ties };
}

/** Into the window, each way as far as there is room. */
function fit(nodes: Node[], width: number, height: number): void {
  if (nodes.length === 0) return;
  const [left, right] = [Math.min(...nodes.map(({ x }) => x)), Math.max(...nodes.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...nodes.map(({ y }) => y)), Math.max(...nodes.map(({ y }) => y))];
  const across = (width - 4 * MARGIN) / Math.max(1, right - left);
  const down = (height - 2 * MARGIN) / Math.max(1, bottom - top);
  for (const node of nodes) {
    node.x = right === left ? width / 2 : 2 * MARGIN + (node.x - left) * across;
    node.y = bottom === top ? height / 2 : MARGIN + (node.y - top) * down;
  }
}

/** Whom somebody is mentioned with, most often first. */
export function companions(entity: string, network: Network): { mentioned: Mentioned; times: number }[] {
  const byId = new Map(network.entities.map((one) => [one.entity, one]));
  return network.together
    .filter(({ first, second }) => first === entity || second === entity)
    .flatMap(({ first, second, times }) => {
      const mentioned = byId.get(first === entity ? second : first);
      return mentioned === undefined ? [] : [{ mentioned, times }];
    });
}
