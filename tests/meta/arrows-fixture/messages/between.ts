import { shape } from './heavy.ts';

export const between = shape;
