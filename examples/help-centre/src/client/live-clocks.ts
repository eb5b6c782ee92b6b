import { durationWords } from "../desk/duration-words.ts";
import { leftClass } from "../desk/left-class.ts";
import { isLocale } from "../locales.ts";

/** Below a minute there are seconds to show, above nothing changes for longer. */
const EVERY = 5_000;

/** Counts all clocks of a page on, by the desk's open hours that the page brings along. */
export function runClocks(page: HTMLElement): void {
  const { deskNow, deskOpen = "" } = page.dataset;
  const start = Number(deskNow);
  const open = deskOpen.split(",").map((span) => span.split("-").map(Number));
  const loaded = performance.now();
  // The browser's own clock may be wrong; only the time since the page came counts.
  const openSince = () => {
    const now = start + performance.now() - loaded;
    return open.reduce((sum, [from = now, to = now]) => {
      return sum + Math.max(0, Math.min(to, now) - Math.max(from, start));
    }, 0);
  };
  const clocks = [...page.querySelectorAll<HTMLElement>("[data-left]")].map((clock) => ({
    clock,
    left: Number(clock.dataset["left"]),
  }));
  setInterval(() => {
    const passed = openSince();
    for (const { clock, left } of clocks) show(clock, left - passed);
  }, EVERY);
}

function show(clock: HTMLElement, left: number): void {
  const { leftWords = "", lateWords = "" } = clock.dataset;
  const { lang } = document.documentElement;
  const words = durationWords(Math.abs(left), isLocale(lang) ? lang : "en");
  clock.textContent = (left < 0 ? lateWords : leftWords).replace("{duration}", words);
  clock.className = leftClass(left, left < 0);
}
