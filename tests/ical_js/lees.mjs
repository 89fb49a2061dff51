// Reads .ics files with ical.js, the parser inside Thunderbird, and prints what it read as JSON.
// In: paths. Out: [{uid, method, start, end, sequence}], one an event; a file it refuses ends it.
// Without paths it goes on reading: one file in base64 a line in, and a line out with the same and
// the words and the answer of every event, or {error}.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import ICAL from "ical.js";

const parse = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((vevent) => [calendar, vevent]);
};

const when = ([calendar, vevent]) => ({
  uid: vevent.getFirstPropertyValue("uid"),
  method: calendar.getFirstPropertyValue("method"),
  start: vevent.getFirstPropertyValue("dtstart").toJSDate().toISOString(),
  end: vevent.getFirstPropertyValue("dtend").toJSDate().toISOString(),
  sequence: vevent.getFirstPropertyValue("sequence"),
});

const words = ([, vevent]) => {
  const attendee = vevent.getFirstProperty("attendee");
  return {
    status: vevent.getFirstPropertyValue("status"),
    summary: vevent.getFirstPropertyValue("summary") ?? "",
    location: vevent.getFirstPropertyValue("location") ?? "",
    description: vevent.getFirstPropertyValue("description") ?? "",
    attendee: attendee?.getFirstValue() ?? "",
    partstat: attendee?.getFirstParameter("partstat") ?? "",
  };
};

const answer = (line) => {
  try {
    const text = Buffer.from(line, "base64").toString("utf8");
    return parse(text).map((found) => ({ ...when(found), ...words(found) }));
  } catch (error) {
    return { error: String(error) };
  }
};

const paths = process.argv.slice(2);
if (paths.length) {
  console.log(JSON.stringify(paths.flatMap((path) => parse(readFileSync(path, "utf8")).map(when))));
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(answer(line)));
  }
}
