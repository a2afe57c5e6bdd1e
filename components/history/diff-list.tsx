import type { DiffGroup, DiffItem } from "#domain/change-diff.ts";

function Item({ item: { label, was, now } }: { item: DiffItem }) {
  return (
    <div>
      {label === "" ? null : <dt>{label}</dt>}
      {was === null ? null : (
        <dd className="was">
          <span className="word">was</span> <del>{was}</del>
        </dd>
      )}
      {now === null ? null : (
        <dd className="now">
          <span className="word">now</span> <ins>{now}</ins>
        </dd>
      )}
    </div>
  );
}

function Group({ group: { title, items } }: { group: DiffGroup }) {
  const bare = items.every(({ label }) => label === "");
  return (
    <div className="diff-group">
      {title === null ? null : <p className="diff-title">{title}</p>}
      {bare ? (
        <ul className="diff bare">
          {items.map(({ was, now }) => (
            <li key={`${was}${now}`}>{now === null ? <del>{was}</del> : now}</li>
          ))}
        </ul>
      ) : (
        <dl className="diff">
          {items.map((item) => (
            <Item key={`${item.label}=${item.was}=${item.now}`} item={item} />
          ))}
        </dl>
      )}
    </div>
  );
}

/** What a change ended and began: the words “was” and “now” say it, not a colour. */
export function DiffList({ groups }: { groups: readonly DiffGroup[] }) {
  return groups.map((group) => (
    <Group key={`${group.title}${group.items[0]?.label}${group.items[0]?.now}`} group={group} />
  ));
}
