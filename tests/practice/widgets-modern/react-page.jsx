/* What the three React pages share: the model of the page, and each control in a cell of its own. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

export const modes = ['Dégradé', 'SESAM sans Vitale', 'Carte Vitale'];
export const specialities = ['Cardiologie', 'Dermatologie', 'Dermatologie pédiatrique', 'Néphrologie'];

const first = {
  text: 'avant',
  number: 1,
  date: '2026-01-15',
  textarea: 'avant',
  select: 'Dégradé',
  checkbox: false,
  radio: 'Dégradé',
  switch: false,
  combobox: 'Dégradé',
  autocomplete: 'Cardiologie',
  chips: 'G',
  rows: '',
  dialog: '991000019',
  tab: 'avant',
  lock: 'avant',
};
window.__model = { ...first };

/** A value of the model, and what changes it. */
export function useModel(name) {
  const [value, setValue] = useState(first[name]);
  return [
    value,
    (next) => {
      window.__model[name] = next;
      setValue(next);
    },
  ];
}

/** The server's answer to what is typed, 300 ms later. */
export function useSuggestions() {
  const [found, setFound] = useState([]);
  const ask = (words) => {
    setFound([]);
    setTimeout(
      () => setFound(specialities.filter((one) => one.toLowerCase().startsWith(words.toLowerCase()))),
      300,
    );
  };
  return [found, ask];
}

function Rows({ parts: { Text, Button } }) {
  const [code, setCode] = useModel('rows');
  const [typed, setTyped] = useState('');
  return (
    <div>
      <Text id="rows" label="Code" value={typed} onText={setTyped} />
      <Button id="rows-add" onClick={() => (setCode(typed), setTyped(''))}>
        Ajouter
      </Button>
      <table id="rows-table">
        <thead>
          <tr>
            <th>Code</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {code ? (
            <tr>
              <td>{code}</td>
              <td>
                <Button onClick={() => setCode('')}>Supprimer</Button>
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function Dialog({ parts: { Text, Button, Window } }) {
  const [value, setValue] = useModel('dialog');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button id="dialog-open" onClick={() => setIsOpen(true)}>
        Saisie prescripteur
      </Button>
      <Window isOpen={isOpen}>
        <Text id="dialog" label="N° AM" value={value} onText={setValue} />
      </Window>
    </div>
  );
}

function Tab({ parts: { Text, Tabs } }) {
  const [value, setValue] = useModel('tab');
  return (
    <Tabs>
      <Text id="tab" label="Motif" value={value} onText={setValue} />
    </Tabs>
  );
}

function Lock({ parts: { Text, Button } }) {
  const [value, setValue] = useModel('lock');
  const [isLocked, setIsLocked] = useState(true);
  return (
    <div>
      <Text id="lock" label="Verrou" value={value} onText={setValue} isDisabled={isLocked} />
      <Button id="lock-open" onClick={() => setIsLocked(false)}>
        Modifier
      </Button>
    </div>
  );
}

function Words({ name, Control }) {
  const [value, setValue] = useModel(name);
  return <Control id={name} label={name} value={value} onText={setValue} />;
}

export function show(parts, cells, wrap = (page) => page) {
  const { Text } = parts;
  const all = {
    text: () => <Words name="text" Control={Text} />,
    textarea: () => <Words name="textarea" Control={parts.Area} />,
    rows: () => <Rows parts={parts} />,
    dialog: () => <Dialog parts={parts} />,
    tab: () => <Tab parts={parts} />,
    lock: () => <Lock parts={parts} />,
    ...cells,
  };
  const host = document.createElement('div');
  document.body.append(host);
  const page = Object.entries(all).map(([name, Cell]) => (
    <div key={name} data-cell={name} style={{ margin: 8 }}>
      <Cell />
    </div>
  ));
  createRoot(host).render(wrap(<>{page}</>));
  window.__ready = true;
}
