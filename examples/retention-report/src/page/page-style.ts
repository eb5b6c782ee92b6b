/** How the page looks; the figures bring their own. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#f4f6f9;--paper:#fff;--ink:#1c2430;--soft:#566173;--line:#dde2ea;--strong:#1f5f9e}
@media (prefers-color-scheme:dark){:root{--ground:#0b0f14;--paper:#12171f;--ink:#e8edf4;--soft:#a3afbf;--line:#2d3744;--strong:#74b3ee}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif}
main{max-width:904px;margin:0 auto;padding:32px 16px 64px}
h1{font-size:clamp(24px,5vw,34px);line-height:1.2;margin:0 0 8px}
h2{font-size:21px;line-height:1.3;margin:0 0 4px}
p{margin:0 0 12px;overflow-wrap:anywhere}
.source,.note{color:var(--soft);font-size:14px}
.note{margin:12px 0 0}
.said{font-size:17px}
section{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:20px 16px;margin-top:20px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:20px 0 0;padding:0}
.tiles div{background:var(--paper);border:1px solid var(--line);border-radius:12px;padding:12px 16px}
dt{color:var(--soft);font-size:13px}
dd{margin:0;font-size:24px;font-weight:650;font-variant-numeric:tabular-nums}
dd small{display:block;font-size:12px;font-weight:400;color:var(--soft)}
figure{margin:8px 0 0}
figure div,.scroll{overflow-x:auto}
svg{display:block;margin:0 auto}
.wide svg{max-width:100%;height:auto}
.narrow{display:none}
table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums;margin-top:12px}
caption{text-align:left;color:var(--soft);font-size:13px;padding-bottom:4px}
th,td{padding:5px 8px;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
th{font-weight:500}
thead th{color:var(--soft);font-size:13px}
th:first-child{text-align:left}
footer{color:var(--soft);font-size:13px;margin-top:24px}
@media (max-width:880px){.wide{display:none}.narrow{display:block}section{padding:16px 12px}}
@media print{body{background:none}section{break-inside:avoid;border:0}}
`;
