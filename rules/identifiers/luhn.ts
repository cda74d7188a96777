/**
 * Luhn sum modulo 10 of digits; a letter counts by its rank (A 1, B 2…), which is how the Corsican FINESS numbers tried
 * come out right. 0 = the key fits, -1 = a character is neither.
 */
export function luhn(text: string): number {
  let sum = 0;
  let double = false;
  for (let i = text.length - 1; i >= 0; i--) {
    const c = text.charCodeAt(i);
    let value = c >= 48 && c <= 57 ? c - 48 : c >= 65 && c <= 73 ? c - 64 : -1;
    if (value < 0) return -1;
    if (double) {
      value *= 2;
      if (value > 9) value -= 9;
    }
    sum += value;
    double = !double;
  }
  return sum % 10;
}

/** The last digit that would make the key fit. */
export function luhnKey(withoutKey: string): number {
  return (10 - luhn(`${withoutKey}0`)) % 10;
}
