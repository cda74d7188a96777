/**
 * The look of the Doctolib-like replica. Class names are hashed, as a build with CSS modules does: they change with
 * each release (`?release=2`) and say nothing. Shared with the browser.
 */

export const rules: Record<string, string> = {
  body: 'margin:0;font:14px/20px "Roboto","Helvetica Neue",Arial,sans-serif;color:#14304d;background:#f2f5f8',
  shell: 'display:grid;grid-template-columns:64px 1fr;min-height:100vh',
  rail: 'background:#0f2c4a;display:flex;flex-direction:column;align-items:center;gap:6px;padding-top:12px',
  railLogo:
    'color:#fff;font-weight:700;font-size:20px;height:40px;width:40px;border-radius:10px;background:#107aca;display:grid;place-items:center',
  railItem:
    'border:0;background:none;color:#c4d5e6;font-size:10px;width:60px;padding:8px 0;border-radius:8px;cursor:pointer;text-align:center',
  railActive: 'background:#1d4872;color:#fff',
  main: 'padding:0 0 90px;position:relative',
  topbar:
    'height:52px;background:#fff;border-bottom:1px solid #d8e0e8;display:flex;align-items:center;gap:16px;padding:0 24px',
  search:
    'width:320px;height:34px;border:1px solid #c5d0db;border-radius:6px;padding:0 10px;font:inherit;background:#f7f9fb',
  user: 'margin-left:auto;display:flex;align-items:center;gap:8px;font-size:13px',
  avatar:
    'width:30px;height:30px;border-radius:50%;background:#d2e7f7;color:#0a5c99;display:grid;place-items:center;font-weight:700;font-size:12px',
  banner:
    'background:#fff;border-bottom:1px solid #d8e0e8;padding:14px 24px 0;display:grid;grid-template-columns:auto 1fr;gap:4px 14px',
  bannerName: 'font-size:18px;font-weight:700;margin:0',
  bannerInfo: 'color:#50677f;font-size:13px;display:flex;gap:14px;flex-wrap:wrap',
  tabs: 'grid-column:1/3;display:flex;gap:22px;margin-top:8px',
  tab: 'border:0;background:none;font:inherit;padding:8px 0;color:#50677f;border-bottom:3px solid transparent;cursor:pointer',
  tabActive: 'color:#107aca;border-color:#107aca;font-weight:600',
  page: 'padding:18px 24px;max-width:1080px',
  pageTitle: 'font-size:20px;margin:0 0 14px',
  card: 'background:#fff;border:1px solid #dde5ec;border-radius:10px;padding:16px 18px;margin-bottom:14px',
  cardTitle: 'font-size:15px;font-weight:700;margin:0 0 10px',
  row: 'display:flex;gap:16px;flex-wrap:wrap;align-items:flex-end',
  field: 'display:flex;flex-direction:column;gap:4px;min-width:180px;position:relative',
  label: 'font-size:12px;font-weight:600;color:#36506b',
  input:
    'height:36px;border:1px solid #b9c6d3;border-radius:6px;padding:0 10px;font:inherit;color:inherit;background:#fff;box-sizing:border-box',
  wide: 'width:100%',
  table: 'width:100%;border-collapse:collapse;font-size:13px',
  th: 'text-align:left;font-weight:600;color:#50677f;border-bottom:1px solid #d8e0e8;padding:6px 8px',
  td: 'border-bottom:1px solid #edf1f5;padding:6px 8px',
  small: 'width:84px',
  tick: 'display:inline-flex;align-items:center;gap:8px;cursor:pointer;position:relative;padding:4px 0',
  tickInput: 'position:absolute;opacity:0;width:20px;height:20px;margin:0;left:0;top:5px',
  tickBox:
    'width:18px;height:18px;border:2px solid #7b90a5;border-radius:4px;display:grid;place-items:center;color:#fff;font-size:13px;line-height:1',
  tickOn: 'background:#107aca;border-color:#107aca',
  list: 'position:absolute;z-index:20;top:62px;left:0;right:0;background:#fff;border:1px solid #c5d0db;border-radius:8px;box-shadow:0 8px 24px #0f2c4a2e;list-style:none;margin:0;padding:4px;max-height:240px;overflow:auto',
  option: 'padding:8px 10px;border-radius:6px;cursor:pointer;display:flex;gap:10px',
  optionOn: 'background:#e8f3fb',
  hint: 'color:#6a8098;font-size:12px',
  alert:
    'background:#fdeaea;border:1px solid #e9a5a5;color:#8f1d1d;border-radius:8px;padding:8px 12px;margin-bottom:12px',
  info: 'background:#eaf4fc;border:1px solid #acd3f0;border-radius:8px;padding:8px 12px;margin-bottom:12px',
  footer:
    'position:fixed;bottom:0;left:64px;right:0;background:#fff;border-top:1px solid #d8e0e8;padding:12px 24px;display:flex;gap:12px;align-items:center',
  link: 'border:0;background:none;color:#107aca;font:inherit;text-decoration:underline;cursor:pointer;padding:0',
  primary:
    'height:38px;border:0;border-radius:6px;background:#107aca;color:#fff;font:inherit;font-weight:600;padding:0 18px;cursor:pointer',
  secondary:
    'height:38px;border:1px solid #107aca;border-radius:6px;background:#fff;color:#107aca;font:inherit;font-weight:600;padding:0 18px;cursor:pointer',
  spacer: 'flex:1',
  total: 'font-weight:700;font-size:16px',
  chip: 'border:1px solid #b9c6d3;border-radius:16px;padding:4px 12px;background:#fff;font:inherit;font-size:13px;cursor:pointer',
  chipOn: 'background:#0f2c4a;color:#fff;border-color:#0f2c4a',
  veil: 'position:fixed;inset:0;background:#0f2c4a80;display:grid;place-items:center;z-index:50',
  modal: 'background:#fff;border-radius:12px;width:560px;padding:20px 22px;box-shadow:0 20px 60px #0008',
  modalHead: 'display:flex;justify-content:space-between;margin-bottom:14px',
  icon: 'border:0;background:none;font-size:18px;cursor:pointer;color:#50677f',
  error: 'color:#b02626;font-size:12px',
  grid: 'display:grid;grid-template-columns:1fr 1fr;gap:14px',
  hour: 'display:grid;grid-template-columns:60px repeat(5,1fr);border-top:1px solid #e3e9ef;min-height:34px',
  slot: 'background:#d2e7f7;border-left:3px solid #107aca;border-radius:4px;padding:4px 6px;margin:2px;font-size:12px;text-align:left;border-top:0;border-right:0;border-bottom:0',
};

/** Eight letters and digits that stand for `name` in a release. */
export function hashed(name: string, release: number): string {
  let value = 0x811c9dc5 ^ (release * 7919);
  for (const sign of name) value = Math.imul(value ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  return `dl-${value.toString(36).padStart(7, '0')}`;
}

export function styleSheet(release: number): string {
  const lines = Object.entries(rules).map(([name, body]) =>
    name === 'body' ? `body{${body}}` : `.${hashed(name, release)}{${body}}`,
  );
  const focus = `.${hashed('tickInput', release)}:focus-visible + span{outline:2px solid #107aca;outline-offset:2px}`;
  return [...lines, focus].join('\n');
}
