/** Text made to explode patterns, about 600 kB of it. Twelve honest fields stand among it. */
import { stormShell } from './pages.ts';
import { bomb, smallSheet } from './sheet.ts';

export const regexPage = (): string => stormShell('Bombe', null, smallSheet() + bomb());
