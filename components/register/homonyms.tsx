import type { Homonyms, Verdict } from '../../ledger/homonyms.ts';
import { counted } from '../ui/format.ts';
import { Notice } from '../ui/sign.tsx';

/** Acts that only a name tells apart: whose they are is asked, and the answer can be changed. */
export function HomonymQuestion({
  homonyms,
  acts,
  onAnswer,
}: {
  homonyms: Homonyms;
  acts: number;
  onAnswer: (verdict: Verdict) => void;
}) {
  const words: Record<Homonyms, string> = {
    asked: `Homonymes possibles : ces ${counted(acts, 'acte')} ne portent qu’un nom, sans numéro ni date de naissance. Sont-ils d’une seule personne ?`,
    one: 'Une seule personne, d’après votre réponse.',
    several:
      'Plusieurs personnes du même nom, d’après votre réponse : rien n’est compté ensemble. Une copie ou un effacement les mêlerait.',
  };
  return (
    <Notice tone={homonyms === 'asked' ? 'warn' : 'info'}>
      <div className="done-words">
        <span>{words[homonyms]}</span>
        {homonyms !== 'one' && (
          <button type="button" className="button unprinted" onClick={() => onAnswer('one')}>
            Une seule personne
          </button>
        )}
        {homonyms !== 'several' && (
          <button type="button" className="button unprinted" onClick={() => onAnswer('several')}>
            Plusieurs personnes
          </button>
        )}
      </div>
    </Notice>
  );
}
