import { useCallback, useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { Failure } from "../app/Failure";
import { Choice } from "../app/Field";
import { useLoaded } from "../app/useLoaded";
import { type Asked, type Mentioned, pictures } from "../http/pictures";
import { Numbers } from "../progress/Numbers";
import { digits, words } from "../strings";
import { useColours } from "./colours";
import { Drawing, type Shown, type Thing } from "./Drawing";
import type { View } from "./laying";
import { Legend } from "./Legend";
import { chosen as often, companions, laid } from "./network";

const HEIGHT = 620;
const LIMITS = ["30", "60", "120"] as const;
const LEAST = ["1", "2", "3", "5", "10"] as const;
const COMPANIONS = 20;
const REACHES = ["20", "40", "100", "400"] as const;

interface Member extends Thing {
  mentioned: Mentioned;
}

/** Who and what is mentioned near to whom: the more often, the nearer they stand and the thicker the line. */
export function NetworkPicture({ id, asked, chosen, choose }: { id: string; asked: Asked; chosen: string; choose(entity: string): void }) {
  const [limit, setLimit] = useState<(typeof LIMITS)[number]>("60");
  const [least, setLeast] = useState<(typeof LEAST)[number]>("2");
  const [reach, setReach] = useState<(typeof REACHES)[number]>("40");
  const all: Asked = { ...asked, entity: "" };
  const network = useLoaded(
    () => pictures.network(id, all, Number(limit), Number(reach)),
    id,
    JSON.stringify(all),
    limit,
    reach,
  );
  const colours = useColours();
  const { value } = network;
  const drawn = useMemo(() => (value === undefined ? undefined : often(value, Number(least))), [value, least]);
  const layout = useCallback(
    (width: number) => laid(drawn?.entities ?? [], drawn?.together ?? [], width, HEIGHT),
    [drawn],
  );
  const lay = useCallback(
    (width: number): Member[] =>
      layout(width).nodes.map(({ x, y, radius, mentioned }) => ({
        id: mentioned.entity,
        x,
        y,
        radius,
        label: mentioned.label,
        said: words.pictures.mentioned(mentioned.label, mentioned.mentions),
        mentioned,
      })),
    [layout],
  );
  const most = Math.max(1, ...(drawn?.together ?? []).map(({ times }) => times));
  const ground = useCallback(
    (view: View, _: number, things: readonly Member[]) => {
      const places = new Map(things.map((thing) => [thing.id, thing]));
      return (drawn?.together ?? []).map(({ first, second, times }) => {
        const [from, to] = [places.get(first), places.get(second)];
        if (from === undefined || to === undefined) return null;
        const near = first === chosen || second === chosen;
        return (
          <line
            key={`${first} ${second}`}
            x1={from.x * view.scale + view.x}
            y1={from.y * view.scale + view.y}
            x2={to.x * view.scale + view.x}
            y2={to.y * view.scale + view.y}
            stroke={near ? colours.accent : colours.soft}
            strokeOpacity={near ? 0.9 : chosen === "" ? 0.14 + 0.4 * (times / most) : 0.08}
            strokeWidth={0.8 + 4 * Math.sqrt(times / most)}
          />
        );
      });
    },
    [drawn, chosen, colours, most],
  );
  const draw = ({ mentioned, radius }: Member, { x, y, chosen: now }: Shown) => (
    <circle
      cx={x}
      cy={y}
      r={radius}
      fill={colours.type(mentioned.type)}
      stroke={now ? colours.ink : colours.paper}
      strokeWidth={now ? 2.5 : 1.5}
    />
  );
  if (value === undefined || drawn === undefined) return <Failure of={network.failure} />;
  const names = new Map(value.entities.map(({ entity, label }) => [entity, label]));
  return (
    <>
      <div className="picture-choices">
        <Choice<(typeof LIMITS)[number]> label={words.pictures.limit} value={limit} onChange={setLimit} options={LIMITS.map((one) => [one, one] as const)} />
        <Choice<(typeof LEAST)[number]> label={words.pictures.least} value={least} onChange={setLeast} options={LEAST.map((one) => [one, one] as const)} />
        <Choice<(typeof REACHES)[number]> label={words.pictures.reach} value={reach} onChange={setReach} options={REACHES.map((one) => [one, one] as const)} />
      </div>
      {drawn.entities.length === 0 ? (
        <p className="empty">{words.pictures.noPairs}</p>
      ) : (
        <Drawing
          name={words.pictures.pictures.network}
          label={words.pictures.networkSaid(drawn.entities.length, drawn.together.length)}
          height={HEIGHT}
          lay={lay}
          ground={ground}
          draw={draw}
          ink={colours.ink}
          paper={colours.paper}
          chosen={chosen}
          choose={choose}
        >
          <Legend types={drawn.entities.map(({ type }) => type)} />
        </Drawing>
      )}
      {chosen !== "" && (
        <p>
          {words.pictures.near(names.get(chosen) ?? chosen)}{" "}
          {companions(chosen, value)
            .slice(0, COMPANIONS)
            .map(({ mentioned, times }) => (
              <Button key={mentioned.entity} className="quiet" onPress={() => choose(mentioned.entity)}>
                <span lang="lzh">{mentioned.label}</span> <span className="line-facts">{digits(times)}</span>
              </Button>
            ))}
        </p>
      )}
      {value.total > value.entities.length && <p className="aside">{words.pictures.most(value.entities.length, value.total)}</p>}
      <Numbers
        caption={words.pictures.pictures.network}
        heading={[words.pictures.entity, words.pictures.with, words.pictures.together]}
        rows={drawn.together.map(({ first, second, times }) => [names.get(first) ?? first, names.get(second) ?? second, digits(times)])}
        file={pictures.file(id, "network", all, { reach: Number(reach), limit: Number(limit) })}
        titles
      />
    </>
  );
}
