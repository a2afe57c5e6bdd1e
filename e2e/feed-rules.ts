/** What the standards ask of feeds and calendars, as faults found in the text of one: none where it is well made. */

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** RFC 4287: sections 4.1.1 and 4.1.2 (what must be there once), 4.2.6 (ids), 3.3 (dates), 4.2.7 (links). */
export function faultsOfFeed(atom: string): string[] {
  const [head = "", ...rest] = atom.split("<entry>");
  const entries = rest.map((entry) => entry.split("</entry>")[0] ?? "");
  const faults: string[] = [];
  const once = (part: string, name: string, where: string) => {
    const count = all(part, new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, "gs")).length;
    if (count !== 1) faults.push(`${where} has ${count} elements ${name}`);
  };
  if (!head.includes('<feed xmlns="http://www.w3.org/2005/Atom"')) faults.push("no feed in Atom's namespace");
  for (const name of ["id", "title", "updated"]) once(head, name, "the feed");
  if (!head.includes('rel="self"')) faults.push("the feed does not name itself");
  for (const [index, entry] of entries.entries()) {
    for (const name of ["id", "title", "updated", "author"]) once(entry, name, `entry ${index}`);
    if (!entry.includes('<link rel="alternate"')) faults.push(`entry ${index} leads nowhere`);
  }
  for (const id of repeated(all(atom, /<id>([^<]*)<\/id>/g))) faults.push(`the id ${id} comes twice`);
  const dates = all(atom, /<(?:updated|published)>([^<]*)</g);
  for (const date of dates) if (!instant.test(date)) faults.push(`${date} is no date of RFC 3339`);
  const told = entries.flatMap((entry) => all(entry, /<updated>([^<]*)</g));
  if (told.join() !== told.toSorted().reverse().join()) faults.push("the newest does not come first");
  return faults;
}

/** RFC 5545: sections 3.1 (lines), 3.4 and 3.6 (components), 3.6.1 (events), 3.8.1.11 (status). */
export function faultsOfCalendar(ics: string): string[] {
  const faults: string[] = [];
  if (!ics.endsWith("\r\n") || /[^\r]\n|\r[^\n]/.test(ics)) faults.push("a line does not end with CRLF");
  for (const line of ics.split("\r\n"))
    if (Buffer.byteLength(line) > 75) faults.push(`a line has more than 75 octets: ${line}`);
  const unfolded = ics.replace(/\r\n[ \t]/g, "");
  if (!unfolded.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
    faults.push("the head is not a calendar's");
  const events = all(unfolded, /BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n/gs);
  if (all(unfolded, /(BEGIN:VEVENT)/g).length !== events.length) faults.push("an event does not end");
  for (const event of events) {
    const uid = all(event, /^UID:(.*)\r$/gm)[0];
    for (const name of ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS"])
      if (all(event, new RegExp(`^(${name})[:;]`, "gm")).length !== 1)
        faults.push(`${uid} has not one ${name}`);
    if (!/^DTSTAMP:\d{8}T\d{6}Z\r$/m.test(event)) faults.push(`${uid} has a strange DTSTAMP`);
    if (!/^DTSTART;VALUE=DATE:\d{8}\r$/m.test(event)) faults.push(`${uid} has a strange DTSTART`);
    if (!/^STATUS:(CONFIRMED|TENTATIVE|CANCELLED)\r$/m.test(event))
      faults.push(`${uid} has a strange STATUS`);
    for (const value of all(event, /^(?:SUMMARY|DESCRIPTION|LOCATION):(.*)\r$/gm))
      if (/(?<!\\)(?:\\\\)*[,;]/.test(value)) faults.push(`${uid} has an unescaped sign: ${value}`);
  }
  for (const uid of repeated(all(unfolded, /^UID:(.*)\r$/gm))) faults.push(`the UID ${uid} comes twice`);
  return faults;
}
