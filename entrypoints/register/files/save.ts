/** Hands a file to the person. Its name carries no patient's data: a day and what it is. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click; a minute is plenty, and it goes with the page anyway.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
