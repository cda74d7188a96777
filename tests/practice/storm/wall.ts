/** A page of 1 000 settings around a sheet of twelve fields. */
import { stormShell } from './pages.ts';
import { wall } from './sheet.ts';

export const wallPage = (count: number): string => stormShell('Paramètres et facturation', null, wall(count));
