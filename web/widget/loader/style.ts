/** How the button and the frame look on the page. On a phone the chat takes the whole screen. */

export const STYLE = `
:host { color-scheme: light dark; }
button {
  position: fixed; right: 20px; bottom: calc(20px + env(safe-area-inset-bottom, 0px)); z-index: 2147483000;
  width: 60px; height: 60px; padding: 0; border: 0; border-radius: 50%; cursor: pointer;
  background: var(--ground); color: var(--ink);
  box-shadow: 0 1px 2px rgb(20 30 26 / .2), 0 8px 24px rgb(20 30 26 / .22);
  transition: transform .18s ease, box-shadow .18s ease;
}
button:hover { transform: translateY(-2px); box-shadow: 0 2px 4px rgb(20 30 26 / .2), 0 12px 30px rgb(20 30 26 / .26); }
button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #16181a; }
svg { position: absolute; inset: 14px; width: 32px; height: 32px; transition: opacity .18s ease, transform .18s ease; }
svg + svg, :host([data-open]) svg { opacity: 0; transform: scale(.7); }
:host([data-open]) svg + svg { opacity: 1; transform: none; }
.badge {
  position: absolute; top: -3px; right: -3px; min-width: 22px; height: 22px; padding: 0 6px; box-sizing: border-box;
  border-radius: 11px; background: #b3261e; color: #fff; border: 2px solid #fff;
  font: 700 12px/18px Pretendard, "Noto Sans KR", system-ui, sans-serif; text-align: center;
}
.badge:empty, :host([data-open]) .badge { display: none; }
iframe {
  position: fixed; right: 20px; bottom: calc(94px + env(safe-area-inset-bottom, 0px)); z-index: 2147483000;
  width: 380px; height: min(600px, calc(100vh - 114px)); height: min(600px, calc(100dvh - 114px)); border: 0;
  border-radius: 20px; background: transparent; visibility: hidden; opacity: 0; transform: translateY(10px);
  box-shadow: 0 0 0 1px rgb(20 30 26 / .07), 0 18px 50px rgb(20 30 26 / .24);
  transition: opacity .18s ease, transform .18s ease, visibility 0s .18s;
}
:host([data-open]) iframe { visibility: visible; opacity: 1; transform: none; transition-delay: 0s; }
:host([data-side=left]) button, :host([data-side=left]) iframe { right: auto; left: 20px; }
@media (max-width: 480px), (max-height: 420px) {
  iframe, :host([data-side=left]) iframe { inset: 0; width: 100%; height: 100vh; height: 100dvh; border-radius: 0; }
  :host([data-open]) button { visibility: hidden; }
}
@media (prefers-reduced-motion: reduce) { button, iframe, svg { transition: none !important; } button:hover { transform: none; } }
@media (forced-colors: active) { button, iframe { border: 1px solid CanvasText; } }
@media print { button, iframe { display: none; } }
`
