/** FSE page with hand-made controls. */
import { guardOmnidoc } from './buffer-guard.ts';
import { FseHost } from './fse-host.ts';
import { FseView } from './fse-view.ts';
import { startWedaHelper } from './weda-helper.ts';

const host = new FseHost();
const view = new FseView(host.sheet, host.place, host.data.doctor, {
  secure: (event) => host.secure(event.isTrusted),
  suspend: () => host.suspend(),
  close: () => host.close(),
  chooseMode: (mode, by) => host.chooseMode(mode, by),
});
if (host.sheet.options.buffer) view.desk.around = guardOmnidoc(host.sheet.truth);
if (host.sheet.has('wh')) startWedaHelper(view.desk);
host.attach(view);
