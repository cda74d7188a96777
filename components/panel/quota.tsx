import type { QuotaCounts } from '../../rules/quota.ts';
import { Section } from './section.tsx';

/** One segment per act allowed. The words beside it say the same. */
function Bar({ used, limit }: { used: number; limit: number }) {
  return (
    <span className={`gauge ${used >= limit ? 'full' : used === limit - 1 ? 'last' : ''}`}>
      {Array.from({ length: limit }, (_, index) => (
        <i key={index} className={index < used ? 'used' : ''} />
      ))}
    </span>
  );
}

/** **Quota**: acts of this code already known for this patient, in both windows. */
export function Quota({
  quota,
  historySeen,
  locked = false,
}: {
  quota: QuotaCounts | null;
  historySeen: boolean;
  locked?: boolean;
}) {
  if (!quota) {
    return (
      <Section title="Quota">
        <p className="soft">
          {locked
            ? 'Non vérifié\u00a0: le registre est verrouillé.'
            : 'Non compté\u00a0: ni le registre ni l’historique n’ont pu être lus.'}
        </p>
      </Section>
    );
  }
  const { limit, civil, rolling } = quota;
  const of = limit === null ? '' : ` / ${limit}`;
  return (
    <Section
      title={`Quota ${quota.code}`}
      aside={
        limit !== null && (
          <span className="bars" aria-hidden="true">
            <Bar used={civil.used} limit={limit} />
            <Bar used={rolling.used} limit={limit} />
          </span>
        )
      }
    >
      <p className="quota-line numbers">
        <span>{`${civil.used}${of} en ${civil.year}`}</span>
        {' · '}
        <span>{`${rolling.used}${of} sur 12 mois glissants`}</span>
      </p>
      <p className="basis soft">
        {historySeen
          ? 'd’après le registre de ce poste et l’historique affiché'
          : 'd’après le registre de ce poste seul\u00a0: historique non affiché'}
      </p>
    </Section>
  );
}
