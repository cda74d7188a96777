import { useRef, type KeyboardEvent, type PointerEvent, type Ref } from 'react';
import type { PanelPlace } from '../../messages/contract.ts';
import { Sign } from '../ui/sign.tsx';
import type { Standing } from './standing.ts';

/** Percent of the window's height that one arrow key moves the tab. */
const STEP = 5;
/** A press that moves less than this many pixels is a click. */
const SLACK = 4;

const within = (top: number): number => Math.min(90, Math.max(0, Math.round(top)));

/** The collapsed panel: one coloured sign and a count. Dragged, or moved with the arrow keys, along its edge. */
export function Tab({
  standing,
  place,
  onPlace,
  ref,
}: {
  standing: Standing;
  place: PanelPlace;
  onPlace: (place: PanelPlace) => void;
  ref?: Ref<HTMLButtonElement>;
}) {
  const drag = useRef<{ from: number; top: number; moved: boolean } | null>(null);

  const onPointerDown = (event: PointerEvent) => {
    drag.current = { from: event.screenY, top: place.top, moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current) return;
    // The frame moves under the pointer, so only screen coordinates stand still; its own height says nothing of the
    // window's, outerHeight does.
    const by = event.screenY - drag.current.from;
    if (!drag.current.moved && Math.abs(by) < SLACK) return;
    drag.current.moved = true;
    const top = within(drag.current.top + (by / window.outerHeight) * 100);
    if (top !== place.top) onPlace({ ...place, top });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? STEP : event.key === 'ArrowUp' ? -STEP : 0;
    if (!step) return;
    event.preventDefault();
    onPlace({ ...place, top: within(place.top + step) });
  };

  return (
    <button
      ref={ref}
      type="button"
      className={`tab tone-${standing.tone} ${place.side}`}
      title={standing.sentence}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onClick={() => {
        const dragged = drag.current?.moved === true;
        drag.current = null;
        if (!dragged) onPlace({ ...place, open: true });
      }}
    >
      <Sign tone={standing.tone} />
      <span className="unseen">Ouvrir le volet Téléexpertise. {standing.sentence}</span>
      {standing.count > 0 && <span aria-hidden="true">{standing.count}</span>}
    </button>
  );
}
