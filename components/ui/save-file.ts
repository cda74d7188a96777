/** Hands a file to the browser's own downloads. The name holds nothing of a patient: it is seen in every list of files. */
export function saveFile(name: string, content: Blob | string, type = 'application/json'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken its own hold of the content by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
