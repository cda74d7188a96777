import { Section } from './section.tsx';

/** What this software wants at billing and no rule says, in its own words. Nothing here is done by us. */
export function BillingSteps({ software, steps }: { software: string; steps: readonly string[] }) {
  if (steps.length === 0) return null;
  return (
    <Section title={`À savoir dans ${software}`}>
      <ul className="facts">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </Section>
  );
}
