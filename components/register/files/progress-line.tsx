import { useId } from 'react';

/** `95 000` → `encore 2 minutes environ`. */
export function leftWords(left: number | null): string {
  if (left === null) return '';
  const seconds = Math.ceil(left / 1000);
  if (seconds < 60) return `encore ${seconds} s environ`;
  const minutes = Math.round(seconds / 60);
  return `encore ${minutes} minute${minutes > 1 ? 's' : ''} environ`;
}

/** How far something long is, what is left of it, and a way out. */
export function ProgressLine({
  words,
  progress,
  onCancel,
}: {
  words: string;
  progress: { share: number; left: number | null };
  onCancel: () => void;
}) {
  const id = useId();
  const percent = Math.round(progress.share * 100);
  return (
    <div className="progress-line">
      <label htmlFor={id}>{words}</label>
      <progress id={id} max={100} value={percent} />
      <span className="numbers soft">
        {percent} % {leftWords(progress.left)}
      </span>
      <button type="button" className="button" onClick={onCancel}>
        Annuler
      </button>
    </div>
  );
}
