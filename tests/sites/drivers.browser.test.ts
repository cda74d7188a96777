import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeCheckbox } from '../../sites/drivers/box.ts';
import type { Hand } from '../../sites/hand.ts';
import { reconcile } from '../../sites/reconcile.ts';
import type { FieldId, PlanStep, WriteOutcome } from '../../sites/model.ts';
import type { FieldMap, SentinelProfile } from '../../sites/profile.ts';
import { el } from './sheet-page.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A made-up software, so that each kind of control is tried alone. */
const profileOf = (field: FieldId, map: FieldMap): SentinelProfile => ({
  id: 'essai',
  name: 'Essai',
  kind: 'ehr',
  hosts: ['essai.test'],
  frames: 'top',
  evidence: { grade: 'source', checkedOn: '2026-11-22' },
  marker: { param: 'p', pattern: '^(\\d+)$' },
  off: [],
  screens: [{ kind: 'fse', when: { path: '/fse' }, fields: { [field]: map } }],
});

const page = el('main');
beforeEach(() => document.body.replaceChildren(page));

async function write(
  field: FieldId,
  map: Partial<FieldMap>,
  want: PlanStep['want'],
  ...content: Node[]
): Promise<WriteOutcome | undefined> {
  page.replaceChildren(...content);
  const clock = new VirtualClock();
  const full: FieldMap = { find: ['.champ'], control: 'text', ...map };
  const report = await reconcile(
    { id: 'p', marker: '7', role: 'requerant', steps: [{ field, want }], createdAt: 0, kind: 'prepare' },
    {
      doc: document,
      profile: profileOf(field, full),
      url: () => 'https://essai.test/fse?p=7',
      visible: () => true,
      now: clock.now,
      wait: clock.wait,
    },
  );
  return report.results[0]?.outcome;
}

const input = (more: Record<string, string> = {}) => el('input.champ', more) as HTMLInputElement;
const heard = (element: Element, ...types: string[]) => {
  const events: string[] = [];
  for (const type of types) element.addEventListener(type, () => events.push(type));
  return events;
};

describe('a text field', () => {
  it('is written through the prototype’s own setter, past a framework that shadows it', async () => {
    const field = input();
    const own = vi.fn();
    Object.defineProperty(field, 'value', {
      get: () =>
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.get?.call(field) as string,
      set: own,
    });
    expect(await write('prescripteur.nom', {}, 'MARTIN', field)).toBe('written');
    expect(own).not.toHaveBeenCalled();
  });

  it('hears input, then the signals one by one, and no letter key', async () => {
    const field = input();
    const events = heard(field, 'input', 'change', 'blur', 'keydown', 'keypress');
    await write('prescripteur.nom', { commit: ['change', 'blur'] }, 'AB', field);
    expect(events).toEqual(['input', 'input', 'change', 'blur']);
  });

  it('gets no further signal once the software has rewritten it', async () => {
    const field = input();
    field.addEventListener('change', () => (field.value = 'martin '.toUpperCase()));
    const events = heard(field, 'blur');
    expect(await write('prescripteur.nom', { commit: ['change', 'blur'] }, 'martin', field)).toBe('written');
    expect(events).toEqual([]);
  });

  it('takes a date as it is typed in French, and as the browser’s picker wants it', async () => {
    const [typed, picked] = [input(), input({ type: 'date' })];
    expect(await write('prescripteur.date', {}, '2026-03-12', typed)).toBe('written');
    expect(typed.value).toBe('12/03/2026');
    expect(await write('prescripteur.date', {}, '2026-03-12', picked)).toBe('written');
    expect(picked.value).toBe('2026-03-12');
  });

  it('that reads the day as the month is put back, and told on', async () => {
    const field = input();
    field.addEventListener('change', () => {
      if (field.value === '12/03/2026') field.value = '03/12/2026';
    });
    expect(await write('prescripteur.date', {}, '2026-03-12', field)).toBe('changed-by-page');
    expect(field.value).toBe('');
  });

  it('that calls the text invalid is put back', async () => {
    const field = input();
    field.addEventListener('change', () => field.setAttribute('aria-invalid', String(field.value !== '')));
    expect(await write('prescripteur.numero', {}, '991234564', field)).toBe('refused');
    expect(field.value).toBe('');
  });

  it('too short for the value is not cut to size', async () => {
    const field = input({ maxlength: '8' });
    expect(await write('prescripteur.numero', {}, '991234564', field)).toBe('refused');
    expect(field.value).toBe('');
  });

  it.each(['disabled', 'readonly', 'hidden'])('that is %s is left to the person', async (state) => {
    const field = input({ [state]: '' });
    expect(await write('prescripteur.nom', {}, 'MARTIN', field)).toBe('by-hand');
    expect(field.value).toBe('');
  });

  it('leaves the focus where the person had it', async () => {
    const [field, other] = [input(), el('input')];
    page.replaceChildren(other);
    const writing = write('prescripteur.nom', { commit: ['blur'] }, 'MARTIN', field, other);
    other.focus();
    await writing;
    expect(document.activeElement).toBe(other);
  });
});

describe('a list', () => {
  const values = {
    'Exclusion du parcours': 'exclusion',
    'Orienté par le MT': 'oriente',
    'Orienté par un autre': 'oriente',
  };
  const list = (...texts: string[]) => {
    const select = el(
      'select.champ',
      {},
      ...texts.map((text) => el('option', {}, text)),
    ) as HTMLSelectElement;
    select.selectedIndex = -1;
    return select;
  };
  const map = { control: 'select', values } as const;

  it('gets the option and both events, bubbling', async () => {
    const select = list('Orienté par le MT', 'EXCLUSION DU PARCOURS');
    const events = heard(page, 'input', 'change');
    expect(await write('parcours', map, 'exclusion', select)).toBe('written');
    expect(select.selectedIndex).toBe(1);
    expect(events).toEqual(['input', 'change']);
  });

  it('is left alone when two options stand for the word, or none does', async () => {
    const select = list('Orienté par le MT', 'Orienté par un autre');
    expect(await write('parcours', map, 'oriente', select)).toBe('by-hand');
    expect(await write('parcours', map, 'exclusion', select)).toBe('by-hand');
    expect(select.selectedIndex).toBe(-1);
  });

  it('takes the page’s own text, as undoing gives it', async () => {
    const select = list('Orienté par le MT', 'Orienté par un autre');
    expect(await write('parcours', map, 'Orienté par un autre', select)).toBe('written');
    expect(select.selectedIndex).toBe(1);
  });

  it('that springs back is told on', async () => {
    const select = list('Orienté par le MT', 'Exclusion du parcours');
    select.selectedIndex = 0;
    select.addEventListener('change', () => (select.selectedIndex = 0));
    expect(await write('parcours', map, 'exclusion', select)).toBe('refused');
  });

  it('that is disabled, or whose option is, is left to the person', async () => {
    const select = list('Exclusion du parcours');
    select.disabled = true;
    expect(await write('parcours', map, 'exclusion', select)).toBe('by-hand');
    select.disabled = false;
    select.options[0]?.setAttribute('disabled', '');
    expect(await write('parcours', map, 'exclusion', select)).toBe('by-hand');
  });
});

describe('a box', () => {
  const boxed = (more: Record<string, string> = {}) => {
    const box = input({ type: 'checkbox', ...more });
    return [box, el('label', {}, box, 'AMO')] as const;
  };
  const map = { control: 'checkbox', expectText: 'AMO' } as const;

  it('is clicked once, and only when it differs', async () => {
    const [box, label] = boxed();
    const clicks = heard(box, 'click');
    expect(await write('tp.amo', map, true, label)).toBe('written');
    expect(await write('tp.amo', map, true, label)).toBe('already');
    expect(clicks).toHaveLength(1);
  });

  it('that will not be ticked is not clicked over and over', async () => {
    const [box, label] = boxed();
    const clicks = heard(box, 'click');
    box.addEventListener('click', (event) => event.preventDefault());
    expect(await write('tp.amo', map, true, label)).toBe('refused');
    expect(clicks).toHaveLength(1);
  });

  it('that the person ticked a moment ago is not clicked back', async () => {
    const [box, label] = boxed();
    page.replaceChildren(label);
    const pressed = vi.fn();
    const hand = {
      press: pressed,
      write: (action: () => unknown) => Promise.resolve((box.checked = true)).then(action),
    };
    const find = () => ({ element: box, all: [box], guessed: false });
    const job = { hand: hand as unknown as Hand, field: 'tp.amo' as const, want: true, find };
    expect(await writeCheckbox({ ...job, map: { find: ['.champ'], ...map } })).toBe('done');
    expect(pressed).not.toHaveBeenCalled();
  });

  it('that is disabled is refused', async () => {
    expect(await write('tp.amo', map, true, boxed({ disabled: '' })[1])).toBe('refused');
  });

  it('neither ticked nor unticked is not judged', async () => {
    const [box, label] = boxed();
    box.indeterminate = true;
    expect(await write('tp.amo', { ...map, optional: true }, true, label)).toBe('not-found');
  });
});

describe('radios', () => {
  const group = () =>
    ['Dégradé', 'Sans Vitale'].map((text) =>
      el('label', {}, input({ type: 'radio', name: 'mode' }), el('b', {}, text)),
    );
  const map = { control: 'radio', values: { Dégradé: 'degrade', 'Sans Vitale': 'sans-vitale' } } as const;

  it('have the one of that word chosen', async () => {
    const labels = group();
    expect(await write('mode', map, 'sans-vitale', ...labels)).toBe('written');
    expect(labels.map((label) => label.querySelector('input')?.checked)).toEqual([false, true]);
  });

  it('are left alone when none, or two, are of that word', async () => {
    expect(await write('mode', map, 'vitale', ...group())).toBe('by-hand');
    expect(await write('mode', map, 'degrade', ...group(), ...group())).toBe('by-hand');
  });
});

describe('a menu', () => {
  const menuOf = (...entries: string[]) => {
    const shown = el('b.champ', {}, '');
    const opener = el('i.ouvrir', {}, 'fingerprint');
    const listOf = entries.map((text) => {
      const entry = el('button.entree', { type: 'button' }, text);
      entry.addEventListener('click', () => shown.replaceChildren(text));
      return entry;
    });
    opener.addEventListener('click', () => page.append(...listOf));
    return [shown, opener] as const;
  };
  const map: Partial<FieldMap> = {
    control: 'menu',
    values: { Téléconsultation: 'sans-vitale' },
    menu: {
      open: ['.ouvrir'],
      openText: 'fingerprint',
      entries: '.entree',
      choose: { 'sans-vitale': 'Téléconsultation' },
    },
  };

  it('is opened and its entry pressed', async () => {
    expect(await write('mode', map, 'sans-vitale', ...menuOf('Dégradé', 'Téléconsultation'))).toBe('written');
  });

  it('never has an entry pressed that was there before it opened', async () => {
    const stray = el('button.entree', { type: 'button' }, 'Téléconsultation');
    const clicks = heard(stray, 'click');
    expect(await write('mode', map, 'sans-vitale', ...menuOf('Dégradé'), stray)).toBe('by-hand');
    expect(clicks).toEqual([]);
  });

  it('is closed again, as Escape does, when its entry is not there', async () => {
    const [shown, opener] = menuOf('Dégradé');
    const keys: string[] = [];
    page.addEventListener('keydown', (event) => keys.push(event.key), { once: true });
    await write('mode', map, 'sans-vitale', shown, opener);
    expect(keys).toEqual(['Escape']);
  });

  it('with two such entries is left to the person', async () => {
    expect(
      await write('mode', map, 'sans-vitale', ...menuOf('Téléconsultation 1', 'Téléconsultation 2')),
    ).toBe('by-hand');
  });

  it('whose opener is not there, or is no longer what it was, is not touched', async () => {
    const [shown, opener] = menuOf('Téléconsultation');
    const clicks = heard(opener, 'click');
    opener.replaceChildren('lock');
    expect(await write('mode', map, 'sans-vitale', shown, opener)).toBe('not-found');
    expect(clicks).toEqual([]);
  });
});

describe('fields that are never written', () => {
  it.each<[string, Partial<FieldMap>]>([
    ['read-only ones', { readOnly: true }],
    ['guessed ones', { guess: true }],
    ['mere displays', { control: 'display' }],
  ])('%s', async (_name, map) => {
    const field = input();
    expect(await write('prescripteur.nom', map, 'MARTIN', field)).toBe('by-hand');
    expect(field.value).toBe('');
  });
});

describe('a value in several inputs', () => {
  const three = () => ['2', '2', '4'].map((size) => el('input.champ', { size }) as HTMLInputElement);
  const date = { control: 'parts', parts: [{ take: 'day' }, { take: 'month' }, { take: 'year' }] } as const;

  it('is cut as the profile says: a date in three', async () => {
    const fields = three();
    expect(await write('prescripteur.date', date as never, '2026-11-20', ...fields)).toBe('written');
    expect(fields.map(({ value }) => value)).toEqual(['20', '11', '2026']);
  });

  it('is cut by lengths: a number apart from its key', async () => {
    const fields = three().slice(0, 2);
    const map = { control: 'parts', parts: [{ take: 8 }, { take: 1 }] } as const;
    expect(await write('prescripteur.numero', map as never, '991234564', ...fields)).toBe('written');
    expect(fields.map(({ value }) => value)).toEqual(['99123456', '4']);
  });

  it('is left to the person when it does not fit', async () => {
    const fields = three();
    expect(await write('prescripteur.date', date as never, 'demain', ...fields)).toBe('by-hand');
    expect(fields.map(({ value }) => value)).toEqual(['', '', '']);
  });
});

describe('an opening', () => {
  const opens = [{ press: ['#ouvrir'], text: 'Mode avancé' }];

  it('is pressed only as far as needed', async () => {
    const button = el('button#ouvrir', {}, 'Mode avancé');
    const presses = heard(button, 'click');
    expect(await write('demande.motif', { opens }, 'Avis', input(), button)).toBe('written');
    expect(presses).toEqual([]);
  });

  it('never goes through a final button', async () => {
    const button = el('button#ouvrir', { title: 'Mode avancé' }, 'Valider');
    const presses = heard(button, 'click');
    const outcome = await write('demande.motif', { opens }, 'Avis', input({ disabled: '' }), button);
    expect(outcome).toBe('refused');
    expect(presses).toEqual([]);
  });

  it('that brings nothing within reach writes nothing', async () => {
    const field = input({ disabled: '' });
    const button = el('button#ouvrir', {}, 'Mode avancé');
    expect(await write('demande.motif', { opens }, 'Avis', field, button)).toBe('not-found');
    expect(field.value).toBe('');
  });
});
