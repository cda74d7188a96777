import { useEffect, useId, useState } from 'react';
import { FieldNote } from '../ui/text-field.tsx';
import { Group } from './group.tsx';
import { wrong, type Questions } from './first-questions.tsx';
import { ANOTHER, type OptionsProps, type SoftwareChoice } from './options-props.ts';

const ON_ITS_PAGE = 'À activer sur sa page, par l’icône de l’extension.';
const notes: Record<Exclude<SoftwareChoice['reach'], 'ask'>, string> = {
  ready: '',
  page: ON_ITS_PAGE,
  desktop: 'Logiciel de bureau\u00a0: le volet ne le voit pas, mais lit un texte que vous y collez.',
};

/** What is said of a system once it is chosen: where it is seen, or what is left to do. */
function noteOf({ reach, hosts }: SoftwareChoice, access: boolean | undefined): string {
  if (reach !== 'ask') return notes[reach];
  const where = hosts.join(', ');
  if (access === undefined) return where;
  return access
    ? `${where}\u00a0: accès donné.`
    : `${where}\u00a0: accès non donné. Cochez de nouveau, ou activez sur sa page.`;
}

function Choices({
  legend,
  choices,
  chosen,
  note,
  onChoose,
}: {
  legend: string;
  choices: readonly SoftwareChoice[];
  chosen: readonly string[];
  note: (choice: SoftwareChoice) => string;
  onChoose: (choice: SoftwareChoice, on: boolean) => void;
}) {
  const id = useId();
  return (
    <fieldset className="systems">
      <legend>{legend}</legend>
      {choices.map((choice) => {
        const on = chosen.includes(choice.id);
        const said = on ? note(choice) : '';
        return (
          <div key={choice.id} className={said ? 'system told' : 'system'}>
            <label className="tick">
              <input
                type="checkbox"
                checked={on}
                aria-describedby={said ? `${id}-${choice.id}` : undefined}
                onChange={(event) => onChoose(choice, event.target.checked)}
              />
              {choice.name}
            </label>
            {said && (
              <p id={`${id}-${choice.id}`} className="soft">
                {said}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** Which software I use: a known site that is not the extension's already is asked for, it alone, as it is ticked. */
export function MySoftware({
  draft,
  problems,
  onChange,
  number,
  software,
  hasAccess,
  onAskAccess,
}: Questions & Pick<OptionsProps, 'software' | 'hasAccess' | 'onAskAccess'>) {
  const id = useId();
  const [access, setAccess] = useState<Readonly<Record<string, boolean>>>({});
  const told = (choice: SoftwareChoice) => (given: boolean) =>
    setAccess((before) => ({ ...before, [choice.id]: given }));

  useEffect(() => {
    for (const choice of software) {
      if (choice.reach === 'ask' && draft.software.includes(choice.id))
        void hasAccess(choice.hosts).then(told(choice));
    }
    // Once, for what was chosen before: a tick of now asks by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, []);

  const choose = (choice: SoftwareChoice, on: boolean) => {
    // The browser only asks within the click itself: before anything else.
    if (on && choice.reach === 'ask') void onAskAccess(choice.hosts).then(told(choice));
    const others = draft.software.filter((kept) => kept !== choice.id);
    onChange({ ...draft, software: on ? [...others, choice.id] : others });
  };
  const another: SoftwareChoice = {
    id: ANOTHER,
    name: 'Un autre logiciel',
    kind: 'ehr',
    hosts: [],
    reach: 'page',
  };
  const shared = {
    chosen: draft.software,
    note: (choice: SoftwareChoice) => noteOf(choice, access[choice.id]),
    onChoose: choose,
  };
  const platforms = software.filter(({ kind }) => kind === 'platform');
  return (
    <Group
      title={`${number(2)}Mon logiciel`}
      about="Le volet n’agit que sur les sites de ces logiciels qu’il connaît, et sur ceux que vous activez."
    >
      <Choices
        legend="Au cabinet"
        choices={[...software.filter(({ kind }) => kind === 'ehr'), another]}
        {...shared}
      />
      {platforms.length > 0 && (
        <Choices legend="Plateformes de téléexpertise (facultatif)" choices={platforms} {...shared} />
      )}
      <FieldNote id={id} said={wrong(problems.software)} />
    </Group>
  );
}
