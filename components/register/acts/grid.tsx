import { FlexRender, useTable, type Row } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { ActRow } from '../../../ledger/overview/model.ts';
import { columns, features, lineStyle, sortOf } from './columns.tsx';
import { lineWords, type SortKey } from './filter.ts';

/** Height of a line, in px at the usual text size; it grows with the text. */
const LINE = 36;
/** Lines drawn above and below what is seen, so that a fast wheel shows no gap. */
const OVERSCAN = 12;

export interface GridProps {
  /** Named for screen readers. */
  label: string;
  rows: readonly ActRow[];
  visible: Readonly<Record<string, boolean>>;
  sort: SortKey | null;
  descending: boolean;
  selected: ReadonlySet<string>;
  onSort: ((sort: SortKey, descending: boolean) => void) | null;
  onSelect: (selected: ReadonlySet<string>) => void;
  onOpen: (act: ActRow) => void;
}

const textSize = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;

/** Asked once, not at each frame of a scroll: the answer makes the browser settle every style first. */
function useTextSize(): number {
  const [size, setSize] = useState(textSize);
  useEffect(() => {
    const look = () => setSize(textSize());
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, []);
  return size;
}

interface LineProps {
  row: Row<typeof features, ActRow>;
  index: number;
  /** Px from the top of the body, and height. */
  start: number;
  height: number;
  template: ReturnType<typeof lineStyle>;
  chosen: boolean;
  /** Column of this line that is in the order of tabulation; -1 = none. */
  tabbed: number;
}

/** A line changes when its act, its place or its columns do; the others stay as they are while one scrolls. */
const sameLine = (a: LineProps, b: LineProps): boolean =>
  a.row.original === b.row.original &&
  a.index === b.index &&
  a.start === b.start &&
  a.height === b.height &&
  a.template.gridTemplateColumns === b.template.gridTemplateColumns &&
  a.chosen === b.chosen &&
  a.tabbed === b.tabbed;

/** What is done to a line is heard by the body of the grid: sixty lines would be six hundred listeners. */
const Line = memo(function Line({ row, index, start, height, template, chosen, tabbed }: LineProps) {
  const cell = (column: number) => ({
    'data-cell': `${index}:${column}`,
    tabIndex: tabbed === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      className="grid-row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-act={row.id}
      data-line={index}
      style={{ ...template, height, transform: `translateY(${start}px)` }}
    >
      <div role="gridcell" aria-colindex={1}>
        <input
          type="checkbox"
          aria-label={lineWords(row.original)}
          checked={chosen}
          onChange={() => undefined}
          {...cell(0)}
        />
      </div>
      {row.getVisibleCells().map((each, column) => (
        <div
          key={each.id}
          role="gridcell"
          aria-colindex={column + 2}
          className={each.column.id === 'amount' ? 'right' : undefined}
          {...cell(column + 1)}
        >
          <FlexRender cell={each} />
        </div>
      ))}
    </div>
  );
}, sameLine);

/**
 * Lines of acts, as many as there are: only those in sight are drawn. One cell at a time is in the order of
 * tabulation; arrows, Début, Fin and pages move it (ARIA grid), Espace chooses the line, Entrée opens it.
 */
export function ActsGrid(props: GridProps) {
  const { rows, selected } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ row: 0, column: 1 });
  const anchor = useRef<number | null>(null);
  const line = LINE * useTextSize();
  // eslint-disable-next-line react-hooks/incompatible-library -- the house compiles no React: nothing is memoised behind its back
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => line,
    overscan: OVERSCAN,
    scrollPaddingStart: line,
  });
  const items = virtual.getVirtualItems();
  // Sorting and filtering a hundred thousand lines is done before, once: the table is given the lines in sight.
  const table = useTable({
    features,
    columns,
    data: items.flatMap(({ index }) => rows[index] ?? []),
    getRowId: (row) => row.id,
    state: { columnVisibility: props.visible },
  });
  const leaves = table.getVisibleLeafColumns().map(({ id }) => id);
  const template = lineStyle(leaves);
  const inSight = table.getRowModel().rows;
  const current = {
    row: Math.min(active.row, rows.length - 1),
    column: Math.min(active.column, leaves.length),
  };

  function goTo(row: number, column: number): void {
    const next = {
      row: Math.max(-1, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(leaves.length, column)),
    };
    setActive(next);
    if (next.row >= 0) virtual.scrollToIndex(next.row);
    const focus = (tries: number) => {
      const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`);
      if (cell) cell.focus({ preventScroll: next.row < 0 });
      else if (tries > 0) requestAnimationFrame(() => focus(tries - 1));
    };
    requestAnimationFrame(() => focus(10));
  }

  function choose(index: number, range: boolean): void {
    const row = rows[index];
    if (!row) return;
    const next = new Set(selected);
    if (range && anchor.current !== null) {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      for (const each of rows.slice(from, to + 1)) next.add(each.id);
    } else if (!next.delete(row.id)) next.add(row.id);
    anchor.current = index;
    props.onSelect(next);
  }

  const all = rows.length > 0 && selected.size >= rows.length && rows.every(({ id }) => selected.has(id));
  const chooseAll = () => props.onSelect(all ? new Set() : new Set(rows.map(({ id }) => id)));

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? line) / line) - 2);
    const { row, column } = current;
    const moves: Record<string, () => void> = {
      ArrowDown: () => goTo(row + 1, column),
      ArrowUp: () => goTo(row - 1, column),
      ArrowRight: () => goTo(row, column + 1),
      ArrowLeft: () => goTo(row, column - 1),
      PageDown: () => goTo(row + page, column),
      PageUp: () => goTo(Math.max(0, row - page), column),
      Home: () => goTo(event.ctrlKey ? 0 : row, 0),
      End: () => goTo(event.ctrlKey ? rows.length - 1 : row, leaves.length),
      ...(row >= 0 && {
        ' ': () => choose(row, event.shiftKey),
        Enter: () => {
          const act = rows[row];
          if (act && column > 0) props.onOpen(act);
          else choose(row, event.shiftKey);
        },
      }),
    };
    const move = moves[event.key];
    if (!move || (row === -1 && (event.key === ' ' || event.key === 'Enter'))) return;
    event.preventDefault();
    move();
  }

  const tab = (row: number, column: number) => ({
    'data-cell': `${row}:${column}`,
    tabIndex: row === current.row && column === current.column ? 0 : -1,
    onFocus: () => setActive({ row, column }),
  });

  function onBodyFocus({ target }: FocusEvent): void {
    const [row, column] = (target.closest('[data-cell]')?.getAttribute('data-cell') ?? '')
      .split(':')
      .map(Number);
    if (row === undefined || column === undefined) return;
    if (row !== active.row || column !== active.column) setActive({ row, column });
  }

  function onBodyClick({ target, shiftKey }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    const index = Number(target.closest('[data-line]')?.getAttribute('data-line') ?? -1);
    const act = rows[index];
    if (!act) return;
    if (target.closest('input')) choose(index, shiftKey);
    else if (!target.closest('[aria-colindex="1"]')) props.onOpen(act);
  }

  return (
    <div
      ref={scroller}
      className="grid numbers"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={leaves.length + 1}
      aria-multiselectable="true"
      onKeyDown={onKeyDown}
    >
      <div className="grid-head" role="row" aria-rowindex={1} style={template}>
        <div role="columnheader" aria-colindex={1}>
          <input
            type="checkbox"
            aria-label="Choisir toutes les lignes"
            checked={all}
            onChange={chooseAll}
            {...tab(-1, 0)}
          />
        </div>
        {table.getHeaderGroups()[0]?.headers.map((header, index) => {
          const key = sortOf[header.column.id];
          const sorted = key !== undefined && key === props.sort;
          const { onSort } = props;
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-colindex={index + 2}
              className={header.column.id === 'amount' ? 'right' : undefined}
              aria-sort={sorted ? (props.descending ? 'descending' : 'ascending') : undefined}
            >
              {key && onSort ? (
                <button
                  type="button"
                  onClick={() => onSort(key, sorted ? !props.descending : key === 'day')}
                  {...tab(-1, index + 1)}
                >
                  <table.FlexRender header={header} />
                  {sorted && <span aria-hidden="true">{props.descending ? ' ↓' : ' ↑'}</span>}
                </button>
              ) : (
                <span {...tab(-1, index + 1)}>
                  <table.FlexRender header={header} />
                </span>
              )}
            </div>
          );
        })}
      </div>
      <div
        className="grid-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
        onFocus={onBodyFocus}
        onClick={onBodyClick}
      >
        {items.map((item, position) => {
          const row = inSight[position];
          return (
            row && (
              <Line
                key={row.id}
                row={row}
                index={item.index}
                start={item.start}
                height={line}
                template={template}
                chosen={selected.has(row.id)}
                tabbed={item.index === current.row ? current.column : -1}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
