/** The address of the register: `#view?details`. It names a view, a period, a code or a state; never a patient. */

export const viewOfAddress = (): string => location.hash.slice(1).split('?')[0] ?? '';

export const addressDetails = (): string => location.hash.slice(1).split('?')[1] ?? '';

/** Changes the details without a new step in the browser's history. */
export function setAddressDetails(details: string): void {
  const hash = `#${viewOfAddress()}${details && `?${details}`}`;
  if (hash !== location.hash) history.replaceState(null, '', hash);
}
