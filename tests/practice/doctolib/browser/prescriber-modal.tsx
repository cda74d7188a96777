/** *Saisie prescripteur*: the window of the help article, with its two mandatory fields. */
import { useEffect, useRef, useState } from 'react';
import { toFrench } from '../../weda/days.ts';
import type { By, PrescriberField } from '../../truth/fse-truth.ts';
import type { Sheet } from '../../truth/sheet.ts';
import { byOf, changeInvoice, data, look } from './app-state.ts';
import { TextField } from './pieces.tsx';

type Draft = Record<PrescriberField, string>;

function stored(sheet: Sheet): Draft {
  const { number, name, rpps, date } = sheet.truth.prescriber;
  return { number: number ?? '', name: name ?? '', rpps: rpps ?? '', date: date ? toFrench(date) : '' };
}

function problem(draft: Draft, field: PrescriberField): string | null {
  if (field === 'number' && !/^[\dAB]{9}$/i.test(draft.number.replace(/\s/g, '')))
    return '9 caractères attendus';
  if (field === 'date' && !/^\d{2}\/\d{2}\/\d{4}$/.test(draft.date.trim())) return 'Format JJ/MM/AAAA';
  return null;
}

export function PrescriberModal({ sheet }: { sheet: Sheet }) {
  const [draft, setDraft] = useState(() => stored(sheet));
  const [isTried, setIsTried] = useState(false);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  const type = (field: PrescriberField) => (text: string, by: By) => {
    setDraft((known) => ({ ...known, [field]: text }));
    if (data.modal === 'direct') sheet.setPrescriber(field, text, by);
  };
  const error = (field: PrescriberField) => (isTried ? problem(draft, field) : null);
  const save = (by: By) => {
    setIsTried(true);
    if (problem(draft, 'number') ?? problem(draft, 'date')) return;
    for (const field of ['number', 'name', 'rpps', 'date'] as const)
      sheet.setPrescriber(field, draft[field], by);
    changeInvoice({ isPrescriberOpen: false });
  };
  return (
    <div className={look('veil')}>
      <div
        className={look('modal')}
        role="dialog"
        aria-modal="true"
        aria-label="Saisie prescripteur"
        ref={first}
      >
        <div className={look('modalHead')}>
          <h2 className={look('cardTitle')}>Saisie prescripteur</h2>
          <button
            type="button"
            className={look('icon')}
            aria-label="Fermer"
            onClick={() => changeInvoice({ isPrescriberOpen: false })}
          >
            ✕
          </button>
        </div>
        <div className={look('grid')}>
          <TextField
            label="Numéro AM/code FINESS"
            isRequired
            value={draft.number}
            onType={type('number')}
            error={error('number')}
          />
          <TextField
            label="Date prescription"
            isRequired
            value={draft.date}
            placeholder="JJ/MM/AAAA"
            onType={type('date')}
            error={error('date')}
          />
          <TextField label="Nom du prescripteur" value={draft.name} onType={type('name')} />
          <TextField label="Numéro RPPS" value={draft.rpps} onType={type('rpps')} />
        </div>
        <p className={look('hint')}>* Champs obligatoires</p>
        <div className={look('row')}>
          <span className={look('spacer')} />
          <button
            type="button"
            className={look('secondary')}
            onClick={() => changeInvoice({ isPrescriberOpen: false })}
          >
            Annuler
          </button>
          <button type="button" className={look('primary')} onClick={(event) => save(byOf(event))}>
            Enregistrer le prescripteur
          </button>
        </div>
      </div>
    </div>
  );
}
