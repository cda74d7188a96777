import type { ComponentType } from 'react';
import type { ViewLink } from '../../components/register/shell.tsx';
import type { OverviewState } from '../../ledger/overview/overview.ts';
import type { Desk } from './desk.ts';

export interface ViewProps {
  desk: Desk;
  /** Every act, kept up to date with what is written here and in the background. */
  overview: OverviewState;
}

/** One view of the register: a line of `views/index.ts` and a file of its own that wires a component to the desk. */
export interface RegisterView extends ViewLink {
  View: ComponentType<ViewProps>;
}
