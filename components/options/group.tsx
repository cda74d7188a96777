import { useId, type ReactNode } from 'react';

/** One question of the settings: its name and one line on the left, what is answered on the right. */
export function Group({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="group" aria-labelledby={id}>
      <div className="group-head">
        <h2 id={id}>{title}</h2>
        {about && <p className="soft">{about}</p>}
      </div>
      <div className="group-body">{children}</div>
    </section>
  );
}
