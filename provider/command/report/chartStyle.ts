import { rowStateNames } from "./rowState.ts";

const light =
  "--ground:#fff;--text:#1b1f24;--muted:#555e68;--line:#c9ced4;--good:#17692f;--failed:#b3261e;--unusable:#8a4600;--unknown:#6a35a5;--pending:#0a58a6;--expired:#5c646d;--hatch:#e9b3af";

/** Colours, light and dark: of text on its ground by more than 4.5 to 1. On paper always light. */
export const colourStyle = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{--ground:#14171a;--text:#e6e9ec;--muted:#a5aeb8;--line:#454c54;--good:#62cf84;--failed:#ff8a80;--unusable:#f0ab5a;--unknown:#c9a2f5;--pending:#7ebcff;--expired:#a5aeb8;--hatch:#6d3a37}}
@media print{:root{color-scheme:light;${light}}}
`;

/** What the charts look like, in a page and by themselves. */
export const chartStyle = `
svg text{font:12px system-ui,sans-serif;fill:var(--text)}
svg .small{font-size:11px;fill:var(--muted)}
svg .title{font-size:14px;font-weight:600}
svg .axis,svg .tick{stroke:var(--muted);fill:none}
svg .grid{stroke:var(--line);fill:none;stroke-dasharray:1 3}
svg .mark{fill:none;stroke-width:1.5}
svg path.mark.good{fill:var(--good)}
svg .dot{fill:var(--good)}
svg .expiry{stroke:var(--expired);stroke-dasharray:4 3;fill:none}
svg .size{fill:none;stroke:var(--good);stroke-width:1.5}
svg .size1{stroke-dasharray:6 3}
svg .size2{stroke-dasharray:2 2}
svg .size3{stroke-dasharray:8 2 2 2}
svg .hatch{stroke:var(--hatch);stroke-width:2}
${rowStateNames
  .map(
    (state) =>
      `svg path.${state}{stroke:var(--${state})}svg text.${state}{fill:var(--${state})}svg rect.${state}{fill:var(--${state})}`,
  )
  .join("\n")}
`;

/** The pattern of gaps. A document has it once. */
export const hatchPattern =
  '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"/></pattern></defs>';
