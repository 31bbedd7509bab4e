import { rowStateNames } from "./rowState.ts";

/** The page: one column, tables and charts that scroll by themselves on a narrow screen, and paper. */
export const pageStyle = `
body{margin:0 auto;max-width:62rem;padding:1rem;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}
h2{font-size:1.15rem;margin:2.5rem 0 .5rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
a{color:inherit}
pre{font-size:.85rem;border-left:3px solid var(--line);padding-left:.75rem;margin:.5rem 0}
figure{margin:.5rem 0}
figcaption,.note{color:var(--muted);font-size:.9rem}
.scroll{overflow-x:auto}
.scroll svg{display:block;min-width:44rem;width:100%;height:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem}
caption{text-align:left;color:var(--muted)}
th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line)}
td.id,td.why{overflow-wrap:anywhere}
.defs{position:absolute}
time{white-space:nowrap}
.local{color:var(--muted)}
${rowStateNames.map((state) => `b.${state}{color:var(--${state})}`).join("")}
@media print{body{max-width:none;padding:0;font-size:11px}.scroll{overflow:visible}pre{white-space:pre-wrap}.scroll svg{min-width:0}figure,tr{break-inside:avoid}h2,h3{break-after:avoid}a{text-decoration:none}}
`;

/** Times in the reader's own zone, beside those in UTC; the page says all without it. */
export const localTimeScript = `
const zone=Intl.DateTimeFormat().resolvedOptions().timeZone;
if(new Date().getTimezoneOffset()!==0||zone!=="UTC"){
const long=new Intl.DateTimeFormat(undefined,{dateStyle:"medium",timeStyle:"short"});
const short=new Intl.DateTimeFormat(undefined,{month:"numeric",day:"numeric",hour:"2-digit",minute:"2-digit",hourCycle:"h23"});
for(const time of document.querySelectorAll("time")){const local=document.createElement("span");local.className="local";local.textContent=" "+long.format(new Date(time.textContent));time.after(local)}
for(const tick of document.querySelectorAll("[data-time]"))tick.textContent=short.format(new Date(tick.dataset.time));
for(const place of document.querySelectorAll("[data-local]"))place.textContent="local time";
document.querySelector("[data-zone]").textContent=zone;
}
`;
