/** One of a few words, chosen at a glance. Nothing chosen is a state of its own (`value` null). */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: T | null;
  options: ReadonlyArray<readonly [T, string]>;
  onChoose: (value: T) => void;
}) {
  return (
    <div className="choice" role="group" aria-label={label}>
      {options.map(([option, words]) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onChoose(option)}>
          {words}
        </button>
      ))}
    </div>
  );
}
