// Reads .ics files with ical.js, the parser inside Thunderbird, and prints what it read as JSON.
// In: paths. Out: [{uid, method, start, end, sequence}], one an event; a file it refuses ends it.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const read = (path) => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  return calendar.getAllSubcomponents("vevent").map((vevent) => ({
    uid: vevent.getFirstPropertyValue("uid"),
    method: calendar.getFirstPropertyValue("method"),
    start: vevent.getFirstPropertyValue("dtstart").toJSDate().toISOString(),
    end: vevent.getFirstPropertyValue("dtend").toJSDate().toISOString(),
    sequence: vevent.getFirstPropertyValue("sequence"),
  }));
};

console.log(JSON.stringify(process.argv.slice(2).flatMap(read)));
