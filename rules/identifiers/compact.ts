/** A number without its spaces (of any width) and in capitals; the same string when there is nothing to change. */
export function compact(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const plain = (c >= 48 && c <= 57) || (c >= 65 && c <= 90);
    if (!plain) return text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '').toUpperCase();
  }
  return text;
}
