import type { FaqEntryInput } from "@kefu/faq";
import { type Suggester, suggesterOver } from "./suggester.ts";
import { optionsFor, type SuggestionTexts } from "./suggestion-list.ts";

/** As many as are seen without scrolling. */
const LIMIT = 6;

/** A longer text is cut off, as on the server. */
const LONGEST_QUERY = 200;

/** Turns a search form into a combobox that suggests answers on every key, without asking the server. */
export async function searchAsYouType(form: HTMLFormElement): Promise<void> {
  const input = form.querySelector<HTMLInputElement>("input[type=search]");
  const { entries: address, locale = "en" } = form.dataset;
  if (input === null || address === undefined) return;
  const response = await fetch(address);
  if (!response.ok) return;
  const entries = (await response.json()) as FaqEntryInput[];
  combobox(form, input, suggesterOver(entries, { locale, limit: LIMIT }));
}

/** The list-autocomplete combobox of the ARIA Authoring Practices. */
function combobox(form: HTMLFormElement, input: HTMLInputElement, suggest: Suggester): void {
  const popup = popupFor(form, input);
  const texts = textsOf(form);
  const counts = JSON.parse(form.dataset["counts"] ?? "[]") as string[];
  let active = -1;

  const options = () => [...popup.list.children] as HTMLAnchorElement[];

  const activate = (index: number) => {
    active = index;
    for (const [at, option] of options().entries()) {
      option.setAttribute("aria-selected", String(at === index));
    }
    const option = options()[index];
    if (option === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", option.id);
    option?.scrollIntoView({ block: "nearest" });
  };

  const toggle = (isOpen: boolean) => {
    popup.box.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) activate(-1);
  };

  const update = () => {
    const typed = [...input.value.trim()].slice(0, LONGEST_QUERY).join("");
    if (typed === "") {
      popup.status.textContent = "";
      return toggle(false);
    }
    const suggestions = suggest(typed);
    const { length } = suggestions.found;
    popup.list.replaceChildren(...optionsFor(typed, suggestions, texts));
    popup.none.hidden = length > 0;
    popup.asksBack.hidden = suggestions.choices === 0;
    const said = [popup.asksBack.hidden ? "" : texts.asksBack, counts[length] ?? ""];
    popup.status.textContent = length > 0 ? said.join(" ").trim() : texts.none;
    toggle(true);
    activate(-1);
  };

  const move = (step: 1 | -1) => {
    if (popup.box.hidden) update();
    const { length } = options();
    // One place more than there are options: the text field itself.
    if (!popup.box.hidden) activate(((active + 1 + step + length + 1) % (length + 1)) - 1);
  };

  const keys: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: (event) => {
      event.preventDefault();
      move(1);
    },
    ArrowUp: (event) => {
      event.preventDefault();
      move(-1);
    },
    Enter: (event) => {
      const option = options()[active];
      if (popup.box.hidden || option === undefined) return;
      event.preventDefault();
      option.click();
    },
    Escape: (event) => {
      if (popup.box.hidden) return;
      event.preventDefault();
      toggle(false);
    },
  };

  input.addEventListener("input", (event) => {
    // While Chinese is being composed, the field holds half a word.
    if (!(event as InputEvent).isComposing) update();
  });
  input.addEventListener("compositionend", update);
  input.addEventListener("keydown", (event) => {
    // Enter then ends the composition; it does not choose.
    if (!event.isComposing) keys[event.key]?.(event);
  });
  input.addEventListener("click", () => {
    if (popup.box.hidden) update();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) toggle(false);
  });
  // A press on an option must not take the focus from the field: the list would close under the pointer.
  popup.box.addEventListener("pointerdown", (event) => event.preventDefault());

  if (document.activeElement === input && input.value !== input.defaultValue) update();
}

function popupFor(form: HTMLFormElement, input: HTMLInputElement) {
  const box = element("div", "suggestions");
  const none = element("p", "");
  const asksBack = element("p", "asks-back");
  const list = element("div", "");
  const status = element("p", "visually-hidden");
  box.hidden = true;
  none.textContent = form.dataset["none"] ?? "";
  asksBack.textContent = form.dataset["asksBack"] ?? "";
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset["suggestions"] ?? "");
  status.setAttribute("role", "status");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  box.append(none, asksBack, list);
  form.append(box, status);
  return { box, none, asksBack, list, status };
}

function textsOf(form: HTMLFormElement): SuggestionTexts {
  const { locale = "", answerPath = "", askPath = "", seeAll = "", none = "" } = form.dataset;
  const { askPerson = "", asksBack = "", noneOfThese = "" } = form.dataset;
  const ways = { askPerson, asksBack, noneOfThese, searchPath: form.action };
  return { locale, answerPath, askPath, seeAll, none, ...ways };
}

function element(name: "div" | "p", className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
