import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { listen, Orphaned, send } from '../messages/sentinel-client.ts';
import { startPointer } from '../sites/pointing/pointer.ts';

/** The pointer that is in this page, if one came before. */
interface Holder {
  voletPointer?: AbortController;
}

/** Comes into the page while the user shows its fields, and leaves with the last of them. */
export default defineUnlistedScript(() => {
  const holder = globalThis as Holder;
  holder.voletPointer?.abort();
  const life = new AbortController();
  holder.voletPointer = life;
  const { signal } = life;
  const tell: typeof send = async (type, body) => {
    try {
      return await send(type, body);
    } catch (error) {
      if (error instanceof Orphaned) life.abort();
      return null;
    }
  };
  const pointer = startPointer({
    doc: document,
    onPointed: (pointed) => void tell('pointed', { pointed: pointed as never }),
    onStop: () => void tell('pointerStopped', {}),
    signal,
  });
  listen(
    'pointer',
    (message) => {
      if (message.type === 'seek') pointer.seek(message.concept, message.words);
      else if (message.type === 'through') pointer.letThrough();
      else life.abort();
    },
    signal,
  );
});
