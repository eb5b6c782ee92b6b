/** Line drawings on a grid of 24. */
const DRAWINGS = {
  orders: "M6 8h12l1 12H5L6 8Zm3 0V7a3 3 0 0 1 6 0v1M9.5 13.5l2 2 3.5-3.5",
  delivery:
    "M2.5 6.5h11v10h-11zM13.5 10H18l3.5 3.5v3h-8M6.5 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Zm10.5 0a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
  payment: "M3 6.5h18v11.5H3zM3 10.5h18M6.5 14.5h4",
  returns: "M4 8.5h10.5a5 5 0 0 1 0 10H8M4 8.5l4-4M4 8.5l4 4",
  guarantee: "M12 3l7 2.5V11c0 4.6-2.9 8-7 10-4.1-2-7-5.4-7-10V5.5L12 3Zm-3 8.8 2.2 2.2 4-4.2",
  installing: "M9 3v5M15 3v5M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0V8ZM12 17v4",
  troubleshooting:
    "M14.5 6.2a4.2 4.2 0 0 0-5.6 5.1L3.8 16.4a2 2 0 0 0 0 2.8l1 1a2 2 0 0 0 2.8 0l5.1-5.1a4.2 4.2 0 0 0 5.1-5.6l-2.6 2.6-2.7-.6-.6-2.7 2.6-2.6Z",
  "spare-parts":
    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0-6 1 2.7 2.2.9 2.6-1.2 1.6 1.6-1.2 2.6.9 2.2L21 12l-1.9 1.2-.9 2.2 1.2 2.6-1.6 1.6-2.6-1.2-2.2.9L12 21l-1-1.7-2.2-.9-2.6 1.2-1.6-1.6 1.2-2.6-.9-2.2L3 12l1.9-1.2.9-2.2L4.6 6 6.2 4.4l2.6 1.2 2.2-.9L12 3Z",
  accounts: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.6-3.7 3.7-6 7.5-6s6.9 2.3 7.5 6",
  privacy: "M6 11h12v9.5H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.8v2",
  service:
    "M4.5 13v-1a7.5 7.5 0 0 1 15 0v1M4.5 13.5h2.7v5H6a1.5 1.5 0 0 1-1.5-1.5v-3.5Zm15 0h-2.7v5H18a1.5 1.5 0 0 0 1.5-1.5v-3.5ZM18.5 18.5c0 1.7-2 2.5-4.5 2.5",
  "taking-part":
    "M9 11.5a3.3 3.3 0 1 0 0-6.600 3.3 3.3 0 0 0 0 6.600Zm-6 8c.4-3.200 2.900-5.200 6-5.200s5.600 2 6 5.200M15.5 5.200a3.3 3.3 0 0 1 0 6.100M17.3 14.800c2.100.7 3.400 2.400 3.7 4.7",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.7-1.8L20.5 20.5",
  person:
    "M4 19.5V6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v8a1.5 1.5 0 0 1-1.5 1.5H8l-4 3.5ZM8 9h8M8 12.5h5",
  globe:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.3 12h17.4M12 3c2.4 2.6 3.6 5.6 3.6 9S14.4 18.4 12 21c-2.4-2.6-3.6-5.6-3.6-9S9.6 5.6 12 3Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.3 2",
  arrow: "M5 12h14M13 6l6 6-6 6",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  warning: "M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.3v.2",
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A drawing beside a text that says the same, hence hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={DRAWINGS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export function isIconName(name: string): name is IconName {
  return name in DRAWINGS;
}
