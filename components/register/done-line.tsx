import { Icon, Notice } from '../ui/sign.tsx';

/** What was just done, said at the foot of the page with a way back. */
export function DoneLine({
  done,
  onDismiss,
}: {
  done: { words: string; undo: (() => void) | null; failed: boolean } | null;
  onDismiss: () => void;
}) {
  return (
    <div className="done-line unprinted" role="status">
      {done && (
        <Notice tone={done.failed ? 'block' : 'clean'}>
          <div className="done-words">
            <span>{done.words}</span>
            {done.undo && (
              <button type="button" className="button" onClick={done.undo}>
                Annuler
              </button>
            )}
            <button type="button" className="button icon" aria-label="Fermer le message" onClick={onDismiss}>
              <Icon name="close" />
            </button>
          </div>
        </Notice>
      )}
    </div>
  );
}
