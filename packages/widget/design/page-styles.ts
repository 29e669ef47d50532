/** The form and the status page. */
export const PAGE = `
  body { margin: 0; background: var(--bg-app); min-block-size: 100dvh; }
  .root { max-inline-size: 640px; margin-inline: auto; padding: 32px 16px 48px; font-size: 16px;
    line-height: 24px; }
  .root, .root button, .root input, .root textarea { font-size: 16px; line-height: 24px; }
  main, .card { display: flex; flex-direction: column; gap: 16px; }
  .card .choice { padding: 0; border: 0; background: none; }
  /* What happens next says it. */
  .card .choice .promised { display: none; }
  .card { padding: 20px; border: 1px solid var(--line); border-radius: 12px; background: var(--bg); }
  h1 { font-size: 24px; line-height: 32px; font-weight: 600; overflow-wrap: anywhere; }
  h2 { font-size: 16px; line-height: 24px; color: var(--tx); }
  .muted { color: var(--tx-2); font-size: 14px; line-height: 20px; }
  .lines { white-space: pre-wrap; overflow-wrap: anywhere; }
  .field .hint, .field .fault { font-size: 14px; line-height: 20px; }
  .root textarea { resize: vertical; }
  .root input { min-block-size: 44px; }
  .pri, .sec { min-block-size: 44px; padding: 8px 20px; border-radius: 8px; align-self: flex-start; }
  .pri { border: 1px solid transparent; background: var(--acc); color: var(--on-acc); }
  .sec { border: 1px solid var(--line-2); background: var(--bg); color: var(--tx); }
  .pri:disabled { opacity: 0.6; }
  .alert { padding: 10px 14px; border-radius: 8px; background: var(--late-bg); color: var(--late); }
  .alert.offline { background: var(--soon-bg); color: var(--soon); }
  .steps { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 6px; }
  .steps li { border-block-start: 4px solid var(--track); padding-block-start: 6px; font-size: 14px;
    line-height: 20px; color: var(--tx-2); overflow-wrap: anywhere; }
  .steps li[data-state='done'] { border-color: var(--ok); color: var(--tx); }
  .steps li[data-state='now'] { border-color: var(--acc); color: var(--tx); font-weight: 600; }
  .steps li[data-state='missed'] { color: var(--late); border-image: repeating-linear-gradient(
    -45deg, var(--late) 0 4px, transparent 4px 7px) 4; }
  .steps small { display: block; font-size: 12px; line-height: 16px; color: var(--tx-2);
    font-weight: 400; font-variant-numeric: tabular-nums; }
  @media (max-width: 480px) { .steps { grid-auto-flow: row; }
    .steps li { border-block-start: 0; border-inline-start: 4px solid var(--track);
      padding: 2px 0 2px 10px; padding-inline: 10px 0; }
    .steps li[data-state='missed'] { border-image: none; border-color: var(--late); } }
  .log { padding: 0; overflow: visible; }
  .composer, .tray, .tray-note, .typing { padding: 0; }
  .clip { inline-size: 48px; block-size: 48px; }
  .composer textarea { min-block-size: 48px; }
  .send { inline-size: 48px; block-size: 48px; }
`;
