/** The panel on stage: one of its states, and everything it says. */
import { beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Panel } from '../../components/panel/panel.tsx';
import type { PanelEvents, PanelProps } from '../../components/panel/panel-props.ts';
import type { PanelSession } from '../../messages/contract.ts';
import { panelSize, render } from './render.tsx';
import { deaf, states } from './sessions.ts';

type Ears = { [Event in keyof PanelEvents]: ReturnType<typeof vi.fn<PanelEvents[Event]>> };

const ears = (): Ears =>
  Object.fromEntries(Object.keys(deaf).map((event) => [event, vi.fn()])) as unknown as Ears;

export let on: Ears;
beforeEach(async () => {
  on = ears();
  await panelSize();
});

export const propsOf = (name: string, over: Partial<PanelProps> = {}): PanelProps => {
  const props = states[name]?.();
  if (!props) throw new Error(name);
  return { ...props, on, ...over };
};
export const show = (name: string, over: Partial<PanelProps> = {}) =>
  render(<Panel {...propsOf(name, over)} />);
/** The same state with a changed session. */
export const showSession = (name: string, change: Partial<PanelSession>, over: Partial<PanelProps> = {}) => {
  const props = propsOf(name, over);
  if (!props.session) throw new Error(name);
  render(<Panel {...props} session={{ ...props.session, ...change }} />);
};
export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const root = () => page.getByRole('main').element() as HTMLElement;
export const hook = (selector: string) => document.querySelector(selector);
