/** Adds the visitor's own time to moments, where the visitor's zone differs from the desk's. */
export function showLocalTimes(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-local-time]")) {
    const { localTime = "", deskZone = "" } = time.dataset;
    const at = new Date(time.dateTime);
    const local = timeIn(at);
    if (local === timeIn(at, deskZone)) continue;
    const note = document.createElement("span");
    note.className = "local-time";
    note.textContent = localTime.replace("{time}", local);
    time.parentElement?.append(note);
  }
}

function timeIn(at: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(at);
}
