/** A maple leaf whose stem is a wick. */
export function Logo() {
  return (
    <svg
      class="logo"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        class="logo-leaf"
        d="M16 2.5l2.7 5.3 3.6-1.9-.8 6.3 4.3-3 .6 3.2 4.1.1-2.4 3.6 1.9 1.9-6.8 3.7.9 2.5-6.6-.8-1.5 1.2-1.5-1.2-6.6.8.9-2.5L2 18l1.9-1.9-2.4-3.6 4.1-.1.6-3.2 4.3 3-.8-6.3 3.6 1.9L16 2.5Z"
      />
      <path class="logo-wick" d="M16 12.5v17" />
    </svg>
  );
}
