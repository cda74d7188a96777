import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listen, send } from '../messages/sentinel-client.ts';
import { readIdentity } from '../sites/api.ts';
import { pageAccess, reconcile } from '../sites/reconcile.ts';

/** The hand that is in this page, if one came before. */
interface Holder {
  voletHand?: AbortController;
}

/**
 * The hand comes into the page when the user asks for a writing, and not before: what merely watches stays tiny. A
 * second coming replaces the first, which may belong to a former version of the extension.
 */
export default defineUnlistedScript(() => {
  const holder = globalThis as Holder;
  holder.voletHand?.abort();
  const life = new AbortController();
  holder.voletHand = life;
  const { signal } = life;
  listen(
    'hand',
    (message) => {
      const { profile } = message;
      if (message.type === 'identity') {
        readIdentity(location.href, profile, message.marker)
          .then((patient) => patient && send('identity', { patient }))
          .catch(() => undefined);
        return;
      }
      const onProgress = (report: unknown) => {
        send('report', { report: report as never }).catch(() => life.abort());
      };
      reconcile(message.plan, pageAccess(window, profile), { onProgress, signal }).catch(() => undefined);
    },
    signal,
  );
});
