import { Failure } from "../app/Failure";
import { Link } from "../app/Link";
import { to } from "../app/route";
import { useLoaded } from "../app/useLoaded";
import { type Asked, EVERYTHING, pictures } from "../http/pictures";
import { digits, words } from "../strings";
import "../styles/pictures.css";
import { MentionList } from "./MentionList";
import { OverTime } from "./OverTime";

interface Props {
  /** Of the project. */
  id: string;
  entity: string;
  /** What else is looked at. */
  asked?: Asked;
}

/** Where an entity is mentioned in a project: in which forms, in which years, and in which words. A part of its page. */
export function MentionsOfEntity({ id, entity, asked = EVERYTHING }: Props) {
  const own: Asked = { ...asked, entity, type: "" };
  const counted = useLoaded(() => pictures.entities(id, own), id, JSON.stringify(own));
  const { value } = counted;
  if (value === undefined) return <Failure of={counted.failure} />;
  const seen = value.entities[0];
  if (seen === undefined) return <p className="empty">{words.pictures.nowhere}</p>;
  const { label, surfaces, years } = seen.mentioned;
  return (
    <div className="entity-mentions">
      <p>
        <span className="line-facts">{words.pictures.written}</span>{" "}
        {Object.entries(surfaces).map(([surface, times]) => (
          <span key={surface} className="surface">
            <span lang="lzh">{surface}</span> <span className="line-facts">{digits(times)}</span>
          </span>
        ))}
      </p>
      <OverTime label={label} years={years} />
      <MentionList key={JSON.stringify(own)} id={id} asked={own} />
      <p>
        <a href={pictures.file(id, "mentions", own)} download>
          {words.pictures.csv}
        </a>{" "}
        · <Link to={to.pictures(id, { picture: "network", asked: own })}>{words.pictures.inNetwork}</Link>
      </p>
    </div>
  );
}
