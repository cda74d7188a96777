import { between } from '../messages/between.ts';

export const heavy = between;
