/** The section Prestation: a search that asks the server, and the lines of the invoice. */
import { useEffect, useId, useState } from 'react';
import { actNames, showCell, type Sheet } from '../../truth/sheet.ts';
import type { By } from '../../truth/fse-truth.ts';
import type { Prestation } from '../page-data.ts';
import { byOf, data, look } from './app-state.ts';
import { Card } from './pieces.tsx';

async function search(words: string): Promise<Prestation[]> {
  const query = new URLSearchParams({ q: words, latence: String(data.latency) });
  const answer = await fetch(`/api/billing/prestations?${query}`);
  const body = (await answer.json()) as { prestations: Prestation[] };
  return body.prestations;
}

function useResults(words: string): Prestation[] | null {
  const [results, setResults] = useState<Prestation[] | null>(null);
  useEffect(() => {
    let isStale = false;
    setResults(null);
    if (words.trim() === '') return;
    // A debounce, as search bars have: the server is asked when typing pauses.
    const timer = setTimeout(() => {
      void search(words).then((found) => {
        if (!isStale) setResults(found);
      });
    }, 120);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [words]);
  return results;
}

export function PrestationSearch(props: { sheet: Sheet }) {
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const inputId = useId();
  const listId = useId();
  const results = useResults(words);
  const isOpen = results !== null && words !== '';
  const choose = (code: string, by: By) => {
    props.sheet.addAct(code, by);
    setWords('');
    setActive(0);
  };
  return (
    <Card title="Prestation">
      <div className={look('field')}>
        <label className={look('label')} htmlFor={inputId}>
          Rechercher une prestation
        </label>
        <input
          id={inputId}
          className={look('input', 'wide')}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Code ou libellé (ex. G, TCG)"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            const chosen = results?.[active];
            if (event.key === 'ArrowDown') setActive(Math.min(active + 1, (results?.length ?? 1) - 1));
            if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
            if (event.key === 'Enter' && chosen) choose(chosen.code, byOf(event));
            if (event.key === 'Escape') setWords('');
          }}
        />
        {isOpen ? (
          <ul id={listId} role="listbox" className={look('list')}>
            {results.length === 0 ? <li className={look('option')}>Aucun résultat</li> : null}
            {results.map((found, index) => (
              <li
                key={found.code}
                role="option"
                aria-selected={index === active}
                className={look('option', index === active && 'optionOn')}
                onClick={(event) => choose(found.code, byOf(event))}
              >
                <b>{found.code}</b>
                <span>{found.name}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <InvoiceLines sheet={props.sheet} />
    </Card>
  );
}

const headers = ['Code', 'Libellé', 'Date', 'Quantité', 'Montant', 'Dépassement', ''];

function InvoiceLines({ sheet }: { sheet: Sheet }) {
  if (sheet.truth.acts.length === 0) return <p className={look('hint')}>Aucune prestation ajoutée</p>;
  return (
    <table className={look('table')}>
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} className={look('th')}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.truth.acts.map((act, row) => (
          <tr key={`${act.code}-${row}`}>
            <td className={look('td')}>{act.code}</td>
            <td className={look('td')}>{actNames[act.code]}</td>
            <td className={look('td')}>{showCell(act, 'date')}</td>
            <td className={look('td')}>
              <LineCell sheet={sheet} row={row} cell="quantite" />
            </td>
            <td className={look('td')}>{showCell(act, 'montant')} €</td>
            <td className={look('td')}>
              <LineCell sheet={sheet} row={row} cell="depassement" />
            </td>
            <td className={look('td')}>
              <button
                type="button"
                className={look('icon')}
                aria-label={`Supprimer ${act.code}`}
                onClick={(event) => sheet.removeAct(row, byOf(event))}
              >
                ✕
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is typed counts when the cell is left; a refused text goes back to the model. */
function LineCell({ sheet, row, cell }: { sheet: Sheet; row: number; cell: 'quantite' | 'depassement' }) {
  const stored = showCell(sheet.truth.acts[row], cell);
  const [typed, setTyped] = useState<{ text: string; by: By } | null>(null);
  return (
    <input
      className={look('input', 'small')}
      inputMode="decimal"
      value={typed?.text ?? stored}
      onChange={(event) => setTyped({ text: event.target.value, by: byOf(event) })}
      onBlur={() => {
        if (typed) sheet.setCell(row, cell, typed.text, typed.by);
        setTyped(null);
      }}
    />
  );
}
