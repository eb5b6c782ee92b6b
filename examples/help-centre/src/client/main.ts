import { showLocalTimes } from "./local-times.ts";
import { closeMenusOutside } from "./menus.ts";

/** Whatever the page holds, made more comfortable; all of it works without this, too. */
closeMenusOutside();
showLocalTimes();
document.querySelector<HTMLElement>("[data-focus]")?.focus();

const clocks = document.querySelector<HTMLElement>("[data-desk-open]");
if (clocks !== null) import("./live-clocks.ts").then(({ runClocks }) => runClocks(clocks));

const form = document.querySelector<HTMLFormElement>("form[data-search]");
if (form !== null) loadSearchWhenNeeded(form);

/** The search engine and its entries are fetched when someone is about to type, or when there is nothing else to do. */
function loadSearchWhenNeeded(searchForm: HTMLFormElement): void {
  let isLoaded = false;
  const load = async () => {
    if (isLoaded) return;
    isLoaded = true;
    const { searchAsYouType } = await import("./search-as-you-type.ts");
    await searchAsYouType(searchForm);
  };
  searchForm.addEventListener("focusin", load, { once: true });
  searchForm.addEventListener("pointerenter", load, { once: true });
  if (document.activeElement !== null && searchForm.contains(document.activeElement)) load();
}
