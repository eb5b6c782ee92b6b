/** The colours of one appearance: `heat` from faint to strong, each with the ink that is readable on it. */
export interface Palette {
  /** The ground. */
  readonly paper: string;
  /** Text and the main line. */
  readonly ink: string;
  /** Text of lesser rank. */
  readonly soft: string;
  /** Lines of the grid. */
  readonly line: string;
  /** Series, told apart by dashes and names as well. */
  readonly series: readonly [string, string, string, string];
  /** Fills of cells, from faint to strong. */
  readonly heat: readonly (readonly [fill: string, ink: string])[];
}

/** By day. */
export const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1c2430",
  soft: "#566173",
  line: "#dde2ea",
  series: ["#1f5f9e", "#b4480f", "#23744c", "#7a3f9d"],
  heat: [
    ["#f1f5fa", "#1c2430"],
    ["#d5e4f2", "#1c2430"],
    ["#aecbe6", "#1c2430"],
    ["#7fadd8", "#1c2430"],
    ["#356fa8", "#ffffff"],
    ["#174a7e", "#ffffff"],
  ],
};

/** By night. */
export const DARK: Palette = {
  paper: "#12171f",
  ink: "#e8edf4",
  soft: "#a3afbf",
  line: "#2d3744",
  series: ["#74b3ee", "#f0a06a", "#6cc99a", "#c79be6"],
  heat: [
    ["#1a232e", "#e8edf4"],
    ["#1f3850", "#e8edf4"],
    ["#254d73", "#e8edf4"],
    ["#2f659a", "#ffffff"],
    ["#6fa9de", "#12171f"],
    ["#b3d6f5", "#12171f"],
  ],
};

const RULES = [
  "text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;font-size:12px;fill:var(--kefu-plot-ink);font-variant-numeric:tabular-nums}",
  ".soft{fill:var(--kefu-plot-soft)}",
  ".small{font-size:11px}",
  ".tiny{font-size:10px}",
  ".head{font-size:16px;font-weight:650}",
  ".strong{font-weight:650}",
  ".big{font-size:22px;font-weight:650}",
  ".end{text-anchor:end}",
  ".middle{text-anchor:middle}",
  ".paper{fill:var(--kefu-plot-paper)}",
  ".halo{stroke:var(--kefu-plot-paper);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}",
  ".grid{stroke:var(--kefu-plot-line);stroke-width:1;fill:none}",
  ".rule{stroke:var(--kefu-plot-soft);stroke-width:1;fill:none}",
  ".box{fill:none;stroke:var(--kefu-plot-line);stroke-width:1.5}",
  ".shade{fill:var(--kefu-plot-line);fill-opacity:.45}",
  ".curve{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}",
  ".edge{fill:none;stroke-width:1;stroke-dasharray:1 3}",
  ".band{fill-opacity:.14;stroke:none}",
  ".bar{fill:none;stroke-width:1.5}",
  ".dot{stroke:var(--kefu-plot-paper);stroke-width:1.5}",
  ".arrow{fill:none;stroke:var(--kefu-plot-soft);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}",
  ".dash1{stroke-dasharray:7 4}",
  ".dash2{stroke-dasharray:2 4}",
  ".dash3{stroke-dasharray:9 3 2 3}",
];

/** The style sheet of all figures, for pages that forbid styles within them; see the option `styles`. */
export const plotStyles: string = [
  ...RULES.map((rule) => `.kefu-plot ${rule}`),
  ...[0, 1, 2, 3].flatMap((at) => [
    `.kefu-plot .stroke${at}{stroke:var(--kefu-plot-series-${at + 1})}`,
    `.kefu-plot .fill${at}{fill:var(--kefu-plot-series-${at + 1})}`,
  ]),
  ...LIGHT.heat.flatMap((_, at) => [
    `.kefu-plot .heat${at}{fill:var(--kefu-plot-heat-${at + 1})}`,
    `.kefu-plot .on${at}{fill:var(--kefu-plot-on-${at + 1})}`,
  ]),
  // Without weight of its own, so that any rule of the page for these variables wins.
  `:where(.kefu-plot){${variablesOf(LIGHT)}}`,
  `@media (prefers-color-scheme:dark){:where(.kefu-plot){${variablesOf(DARK)}}}`,
].join("\n");

function variablesOf({ paper, ink, soft, line, series, heat }: Palette): string {
  const named: readonly (readonly [string, string])[] = [
    ["paper", paper],
    ["ink", ink],
    ["soft", soft],
    ["line", line],
    ...series.map((colour, at) => [`series-${at + 1}`, colour] as const),
    ...heat.flatMap(([fill, on], at) => [
      [`heat-${at + 1}`, fill] as const,
      [`on-${at + 1}`, on] as const,
    ]),
  ];
  return named.map(([name, colour]) => `--kefu-plot-${name}:${colour}`).join(";");
}
