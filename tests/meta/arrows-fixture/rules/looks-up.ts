import { page } from '../sites/page.ts';

export const wrong = page;
