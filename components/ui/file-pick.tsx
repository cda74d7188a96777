/** A button that takes one file, and the name of the one it has. */
export function FilePick({
  label,
  accept,
  file,
  onPick,
  disabled = false,
}: {
  label: string;
  accept: string;
  file: File | null;
  onPick: (file: File) => void;
  disabled?: boolean;
}) {
  return (
    <div className="file-pick">
      <label className="button">
        {label}
        <input
          type="file"
          className="unseen"
          accept={accept}
          disabled={disabled}
          onChange={(event) => {
            const [picked] = event.target.files ?? [];
            // Emptied so that the same file, once put right, can be chosen again.
            event.target.value = '';
            if (picked) onPick(picked);
          }}
        />
      </label>
      {file && <span className="soft">{file.name}</span>}
    </div>
  );
}
