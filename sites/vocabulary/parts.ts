/** One value in several boxes side by side: a date in three, a number apart from its key. Told by how much each takes. */
import type { FieldId } from '../model.ts';
import type { Part } from '../profile.ts';
import type { Control, Scene } from './scene.ts';

/** What the boxes of one value take, in signs, and what each of them is. */
const splits: Array<{ fields: RegExp; lengths: number[]; parts: Part[] }> = [
  {
    fields: /(date|naissance)$/,
    lengths: [2, 2, 4],
    parts: [{ take: 'day' }, { take: 'month' }, { take: 'year' }],
  },
  { fields: /^prescripteur\.numero$/, lengths: [8, 1], parts: [{ take: 8 }, { take: 1 }] },
  { fields: /^patient\.nir$/, lengths: [13, 2], parts: [{ take: 13 }, { take: 2 }] },
];

/** The next control, with nothing between but the name of a key. */
function nextTo(scene: Scene, at: number): Control | null {
  const item = scene.items[at + 1];
  if (item?.is === 'control') return item;
  const after = scene.items[at + 2];
  return item?.words === 'cle' && after?.is === 'control' ? after : null;
}

const takes = ({ element, kind }: Control): number =>
  kind === 'text' && element.nodeName === 'INPUT' ? (element as HTMLInputElement).maxLength : -1;

/** All boxes of the value that begins with the control at `at`, or `null` where it is the whole of it. */
export function partsOf(scene: Scene, field: FieldId, at: number): { all: Element[]; parts: Part[] } | null {
  const split = splits.find(({ fields }) => fields.test(field));
  let control = scene.items[at];
  if (!split || control?.is !== 'control') return null;
  const all: Element[] = [];
  for (const length of split.lengths) {
    if (!control || control.is !== 'control' || takes(control) !== length) return null;
    all.push(control.element);
    control = nextTo(scene, control.at) ?? undefined;
  }
  return { all, parts: split.parts };
}
