import type { ComponentType } from 'react';
import type { ViewLink } from '../../components/register/shell.tsx';
import type { Desk } from './desk.ts';

/** One view of the register: a line of `views/index.ts` and a file of its own that wires a component to the desk. */
export interface RegisterView extends ViewLink {
  View: ComponentType<{ desk: Desk }>;
}
