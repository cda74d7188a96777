import type { ReactNode } from 'react';

export type Tone = 'clean' | 'warn' | 'block' | 'info' | 'grey' | 'idle' | 'changed' | 'locked' | 'lost';

/** Each tone has its own outline, so that it is told apart without its colour. */
const shapes: Record<Tone, ReactNode> = {
  clean: (
    <>
      <circle cx="10" cy="10" r="8.5" fill="currentColor" stroke="none" />
      <path d="m6.2 10.2 2.6 2.7 5-5.4" stroke="var(--page)" />
    </>
  ),
  warn: (
    <>
      <path d="M10 2.2 18.6 17.4H1.4Z" fill="currentColor" strokeLinejoin="round" />
      <path d="M10 7.6v4.6M10 14.8v.1" stroke="var(--page)" />
    </>
  ),
  block: (
    <>
      <path d="M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7Z" fill="currentColor" stroke="none" />
      <path d="M6.2 10h7.6" stroke="var(--page)" strokeWidth="2.4" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 9.2v4.6M10 6.2v.1" />
    </>
  ),
  grey: (
    <>
      <circle cx="10" cy="10" r="8" strokeDasharray="2.6 2.6" />
      <path d="M7.8 7.9c.2-1.3 1.1-2 2.3-2 1.3 0 2.3.8 2.3 2 0 1.6-2.3 1.8-2.3 3.4M10 14v.1" />
    </>
  ),
  idle: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M6.5 10h7" />
    </>
  ),
  changed: (
    <>
      <rect x="1.5" y="3.5" width="17" height="13" rx="2.5" strokeDasharray="3 2.4" />
      <path d="m7.4 7.4 5.2 5.2M12.6 7.4l-5.2 5.2" />
    </>
  ),
  locked: (
    <>
      <rect x="3.5" y="9" width="13" height="9" rx="2" />
      <path d="M6.5 9V6.2a3.5 3.5 0 0 1 7 0V9" />
    </>
  ),
  lost: (
    <>
      <path d="M16.6 8.2A7 7 0 1 0 17 11.4" />
      <path d="M17.2 3.6v4.8h-4.8" />
    </>
  ),
};

/** Decorative: the words beside it say the same. */
export function Sign({ tone }: { tone: Tone }) {
  return (
    <svg
      className="sign"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {shapes[tone]}
    </svg>
  );
}

const icons = {
  close: <path d="m5 5 10 10M15 5 5 15" />,
  toLeft: <path d="M12.5 4.5 7 10l5.5 5.5M4 4v12" />,
  toRight: <path d="M7.5 4.5 13 10l-5.5 5.5M16 4v12" />,
  settings: (
    <>
      <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
      <circle cx="12" cy="6" r="2" />
      <circle cx="8" cy="14" r="2" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.5" />
      <path d="M6.8 9V6.4a3.2 3.2 0 0 1 6.4 0V9" />
    </>
  ),
  newTab: <path d="M8 4.5H4.5v11h11V12M11.5 4.5h4v4M15.2 4.8 9 11" />,
};

/** Decorative: the button that holds it has a name. */
export function Icon({ name }: { name: keyof typeof icons }) {
  return (
    <svg
      className="sign"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {icons[name]}
    </svg>
  );
}

/** A sentence with its sign. `alert` is read at once by screen readers. */
export function Notice({
  tone,
  alert = false,
  children,
}: {
  tone: Tone;
  alert?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`notice tone-${tone}`} role={alert ? 'alert' : undefined}>
      <Sign tone={tone} />
      <div>{children}</div>
    </div>
  );
}
