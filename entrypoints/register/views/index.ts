import type { RegisterView } from '../view.ts';
import { actes } from './actes.tsx';

/** In the order of the navigation. A view is one line here and one file beside this one. */
export const views: readonly RegisterView[] = [actes];
