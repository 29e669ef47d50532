/** What the chat and the pages look like alike: words, fields, buttons, what was said. */
export const PARTS = `
  * { box-sizing: border-box; }
  [hidden] { display: none !important; }
  .root, :where(.root) :where(button, input, textarea) {
    font: 400 14px/20px Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
    letter-spacing: normal;
  }
  .root { color: var(--tx); text-align: start; }
  :where(.root) :where(h1, h2, p, ol, li) { margin: 0; padding: 0; list-style: none; }
  :where(.root) h2 { font-size: 13px; font-weight: 600; color: var(--tx-2); }
  .root button { cursor: pointer; }
  .root :focus-visible { outline: 2px solid var(--acc-tx); outline-offset: 2px; }
  svg { inline-size: 18px; block-size: 18px; fill: none; stroke: currentColor;
    stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; display: block; }
  .log { overflow-y: auto; overscroll-behavior: contain; padding: 14px; display: flex;
    flex-direction: column; gap: 10px; }
  .said { display: flex; flex-direction: column; gap: 10px; }
  .said:empty { display: none; }
  .said li { display: flex; flex-direction: column; align-items: flex-start; gap: 2px; }
  .said .own { align-items: flex-end; }
  .by { font-size: 12px; line-height: 16px; color: var(--tx-2); }
  .bubble { max-inline-size: 85%; padding: 8px 12px; border-radius: 10px;
    background: var(--bg-hover); white-space: pre-wrap; overflow-wrap: anywhere; }
  .own .bubble { background: var(--said-bg); }
  .erased, .fault { color: var(--late); }
  .link { border: 0; padding: 2px 0; background: none; color: var(--acc-tx);
    text-decoration: underline; min-block-size: 24px; }
  .field { display: flex; flex-direction: column; gap: 4px; }
  .field .hint { font-size: 12px; line-height: 16px; color: var(--tx-2); }
  .field .fault { font-size: 12px; line-height: 16px; }
  .root input, .root textarea { inline-size: 100%; padding: 7px 10px; border: 1px solid var(--line-2);
    border-radius: 8px; background: var(--bg); color: var(--tx); min-block-size: 36px; resize: none; }
  .root input::placeholder, .root textarea::placeholder { color: var(--tx-3); opacity: 1; }
  .root input:focus, .root textarea:focus { outline: 2px solid var(--acc-tx); outline-offset: 0; }
  .composer { display: flex; align-items: flex-end; gap: 8px; padding: 10px 14px 14px; }
  .composer textarea { overflow-y: auto; }
  .send { flex: none; inline-size: 36px; block-size: 36px; border: 0; border-radius: 8px;
    background: var(--acc); color: var(--on-acc); display: grid; place-items: center; }
  .plain { border: 1px solid transparent; border-radius: 8px; background: none; color: var(--tx-2);
    min-inline-size: 32px; min-block-size: 32px; padding: 4px 8px; display: grid;
    place-items: center; }
  .plain:hover { background: var(--bg-hover); color: var(--tx); }
  .clip { flex: none; inline-size: 36px; block-size: 36px; }
  .typing { min-block-size: 20px; padding-inline: 14px; }
  .seen { align-self: flex-end; }
  .tray { display: flex; flex-direction: column; gap: 6px; padding: 10px 14px 0; }
  .tray:empty { display: none; }
  .tray-note { padding-inline: 14px; color: var(--late); font-size: 13px; line-height: 18px; }
  .tray-note:not(:empty) { padding-block: 8px; }
  .tray li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; align-items: center;
    column-gap: 4px; padding: 4px 4px 4px 10px; padding-inline: 10px 4px;
    border: 1px solid var(--line); border-radius: 8px; font-size: 13px; line-height: 18px; }
  .tray .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .tray :is(.fault, progress) { grid-column: 1 / -1; grid-row: 2; }
  .tray .fault { font-size: 12px; line-height: 16px; padding-block-end: 4px; }
  .tray progress { inline-size: 100%; block-size: 4px; appearance: none; border: 0;
    border-radius: 2px; background: var(--track); overflow: hidden; }
  .tray progress::-webkit-progress-bar { background: var(--track); }
  .tray progress::-webkit-progress-value { background: var(--acc); }
  .tray progress::-moz-progress-bar { background: var(--acc); }
  .file-place { max-inline-size: 85%; display: flex; flex-direction: column; gap: 2px;
    align-items: inherit; }
  .file-place .fault { font-size: 12px; line-height: 16px; }
  .file { max-inline-size: 100%; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px;
    padding: 7px 10px; border: 1px solid var(--line-2); border-radius: 10px; background: var(--bg);
    color: var(--tx); text-align: start; overflow-wrap: anywhere; }
  .file:hover { background: var(--bg-hover); }
  .file small { font-size: 12px; color: var(--tx-2); }
  .file .picture { flex-basis: 100%; }
  .file img { display: block; max-inline-size: 100%; max-block-size: 160px; border-radius: 6px; }
  .note { padding: 10px 14px; border-block-end: 1px solid var(--line); background: var(--bg-sub);
    color: var(--tx-2); font-size: 13px; line-height: 18px; }
  .note.offline { background: var(--soon-bg); color: var(--soon); }
  .choice { padding: 10px 14px; border-block-end: 1px solid var(--line); background: var(--bg-sub);
    font-size: 13px; line-height: 18px; }
  .choice p { color: var(--tx-2); }
  .choice .fault { color: var(--late); }
  .options { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: 6px; }
  .option { min-block-size: 32px; padding: 5px 12px; border: 1px solid var(--line-2);
    border-radius: 16px; background: var(--bg); color: var(--tx); overflow-wrap: anywhere; }
  .option:hover { background: var(--bg-hover); }
  .option[aria-pressed='true'] { border-color: var(--acc-tx); color: var(--acc-tx);
    font-weight: 600; box-shadow: inset 0 0 0 1px var(--acc-tx); }
  .choice form { display: flex; flex-direction: column; gap: 8px; }
  .choice .promised { color: var(--tx); font-weight: 600; }
.choice [role='group']:not([hidden]) + .call { margin-block-start: 8px; }
  .option.go { background: var(--acc); border-color: var(--acc); color: var(--on-acc); }
  .option.go:hover { background: var(--acc); }
  .sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; }
  @media (forced-colors: active) { .send { border: 1px solid; } .bubble { border: 1px solid; }
    .tray progress { border: 1px solid; } }
`;

/** The button in the corner and the panel above it. */
export const CHAT = `
  .root { --gap: 20px; position: absolute; inset-block-end: 0; inset-inline-end: 0; }
  .launcher { position: absolute; inset-block-end: var(--gap); inset-inline-end: var(--gap);
    inline-size: 56px; block-size: 56px; border: 0; border-radius: 28px; background: var(--acc);
    color: var(--on-acc); box-shadow: var(--float); display: grid; place-items: center; }
  .launcher svg { inline-size: 24px; block-size: 24px; }
  .unread { position: absolute; inset-block-start: -2px; inset-inline-end: -2px; min-inline-size: 22px;
    block-size: 22px; padding: 0 6px; border-radius: 11px; background: var(--late); color: var(--bg);
    font-size: 12px; line-height: 22px; font-weight: 600; font-variant-numeric: tabular-nums; }
  .panel { position: absolute; inset-block-end: var(--gap); inset-inline-end: var(--gap);
    inline-size: 380px; block-size: min(620px, calc(100dvh - 40px)); display: flex;
    flex-direction: column; border: 1px solid var(--line); border-radius: 12px; overflow: hidden;
    background: var(--bg); box-shadow: var(--float); animation: appear 160ms ease-out; }
  @keyframes appear { from { opacity: 0; transform: translateY(4px); } }
  @media (prefers-reduced-motion: reduce) { .panel { animation: none; } }
  .root[data-side='start'] { inset-inline: 0 auto; }
  .root[data-side='start'] :is(.launcher, .panel) { inset-inline: var(--gap) auto; }
  .head { display: flex; align-items: center; gap: 8px; padding: 10px 8px 10px 14px;
    padding-inline: 14px 8px; border-block-end: 1px solid var(--line); }
  .head div { flex: 1; min-inline-size: 0; }
  .head h2 { font-size: 15px; line-height: 20px; color: var(--tx); overflow-wrap: anywhere; }
  .head p { font-size: 12px; line-height: 16px; color: var(--ok); }
  .log { flex: 1; }
  .greeting { white-space: pre-wrap; overflow-wrap: anywhere; }
  .who { display: flex; flex-direction: column; gap: 10px; padding: 10px 14px 0;
    border-block-start: 1px solid var(--line); }
  .write { border-block-start: 1px solid var(--line); }
  .who:not([hidden]) + .write { border: 0; }
  .root[data-on='page'] { inset: 0; }
  .root[data-on='page'] .panel { inset-inline: 0; margin-inline: auto; inset-block: 20px;
    block-size: auto; inline-size: min(560px, 100vw - 32px); animation: none; }
  @media (max-width: 480px) {
    .panel, .root[data-side='start'] .panel, .root[data-on='page'] .panel {
      position: fixed; inset: 0; inline-size: auto; block-size: 100dvh; border: 0; border-radius: 0;
    }
  }
  @media (max-height: 480px) { .panel { inset-block-end: 0; block-size: 100dvh; } }
`;
