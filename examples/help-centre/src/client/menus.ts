/** Closes an open menu by Escape, and when the pointer or the focus goes elsewhere. */
export function closeMenusOutside(): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details[data-menu]")) {
    const closeUnlessInside = (target: EventTarget | null) => {
      if (!(target instanceof Node && menu.contains(target))) menu.open = false;
    };
    document.addEventListener("pointerdown", ({ target }) => closeUnlessInside(target));
    document.addEventListener("focusin", ({ target }) => closeUnlessInside(target));
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  }
}
