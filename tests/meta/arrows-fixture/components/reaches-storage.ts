import { between } from '../messages/between.ts';

export const wrong = between;
