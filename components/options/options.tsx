import { useEffect, useRef, useState } from 'react';
import { faultsOf, nothingChosen } from '../ui/new-passphrase.tsx';
import { Notice } from '../ui/sign.tsx';
import { firstDraft, problemsOf, settingsOf } from './draft.ts';
import { Mention, WhoIAm } from './first-questions.tsx';
import { FirstLock, LockSettings } from './lock.tsx';
import { Preparation, Pledge, Rules, Shortcut, Transfer } from './more-settings.tsx';
import { MySoftware } from './my-software.tsx';
import type { OptionsProps } from './options-props.ts';
import { Taught } from './taught.tsx';

type Saving = 'no' | 'busy' | 'done' | { failed: string };

/** The settings: four questions on the first run and no more, then the rest. */
export function Options(props: OptionsProps) {
  const { settings } = props;
  const [draft, setDraft] = useState(() => firstDraft(props));
  const [kept, setKept] = useState(draft);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState<Saving>('no');
  const page = useRef<HTMLFormElement>(null);

  const [chosen, setChosen] = useState(nothingChosen);
  const first = settings === null;
  const sets = first && draft.lock === 'passphrase' && props.lock?.mode !== 'passphrase';

  const dirty = draft !== kept;
  const problems = problemsOf(draft, props);
  const faults = sets ? faultsOf(chosen, props.passphraseFault) : {};
  const wrong = Object.keys(problems).length + Object.keys(faults).length;

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  const change = (next: typeof draft) => {
    setDraft(next);
    setSaving('no');
  };
  const save = async () => {
    setTried(true);
    const ready = settingsOf(draft);
    if (!ready || wrong > 0) {
      // The messages must be on the page before the first of them can be gone to.
      requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setSaving('busy');
    try {
      // Before the settings, which end the first run: a passphrase that was refused is asked for again.
      if (sets) await props.onLock.setPassphrase(chosen.first);
      await props.onSave(ready);
      setChosen(nothingChosen);
      setDraft(ready);
      setKept(ready);
      setTried(false);
      setSaving('done');
    } catch (error) {
      setSaving({
        failed: error instanceof Error ? error.message : 'Les réglages n’ont pas pu être gardés.',
      });
    }
  };

  const questions = {
    draft,
    problems: tried ? problems : {},
    onChange: change,
    number: (position: number) => (first ? `${position}. ` : ''),
  };
  const count = tried ? wrong : 0;
  return (
    <form
      ref={page}
      className="options"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <main>
        <header>
          <h1>{first ? 'Bienvenue dans le Volet Téléexpertise' : 'Réglages'}</h1>
          {first && <p className="soft">Quatre questions, une minute. Tout reste sur cet ordinateur.</p>}
        </header>
        <WhoIAm {...questions} checkNumeroAm={props.checkNumeroAm} checkRpps={props.checkRpps} />
        <MySoftware
          {...questions}
          software={props.software}
          hasAccess={props.hasAccess}
          onAskAccess={props.onAskAccess}
        />
        {first && props.lock?.mode !== 'passphrase' ? (
          <FirstLock
            number={questions.number}
            draft={draft}
            onChange={change}
            chosen={chosen}
            faults={tried ? faults : {}}
            onType={setChosen}
          />
        ) : (
          <LockSettings {...props} draft={draft} onChange={change} />
        )}
        <Mention {...questions} mentionExample={props.mentionExample} defaultMention={props.defaultMention} />
        {settings && (
          <>
            <Preparation draft={draft} onChange={change} />
            <Rules draft={draft} onChange={change} rules={props.rules} />
            {props.taught && props.onTaught && (
              <Taught taught={props.taught} shown={props.shown ?? {}} onTaught={props.onTaught} />
            )}
            <Shortcut />
            <Transfer saved={settings} onImport={change} parse={props.parse} />
            <Pledge />
          </>
        )}
      </main>
      <footer className="save">
        <div role="status">
          {count > 0 && (
            <Notice tone="block">
              {count === 1 ? 'Un champ est à compléter.' : `${count} champs sont à compléter.`}
            </Notice>
          )}
          {count === 0 && saving === 'done' && !dirty && <Notice tone="clean">Réglages enregistrés.</Notice>}
          {count === 0 && saving !== 'busy' && dirty && typeof saving === 'string' && !first && (
            <span className="soft">Modifications non enregistrées</span>
          )}
          {count === 0 && typeof saving === 'object' && <Notice tone="block">{saving.failed}</Notice>}
        </div>
        <button type="submit" className="button main" disabled={saving === 'busy' || (!first && !dirty)}>
          {first ? 'Enregistrer et commencer' : 'Enregistrer'}
        </button>
      </footer>
    </form>
  );
}
