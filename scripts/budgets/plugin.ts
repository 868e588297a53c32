import type { Plugin } from 'vite'
import { type Budget, budgets } from './pages.ts'
import { partsOf } from './parts.ts'
import { weighed, type Weighed } from './weigh.ts'

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

/** What each page weighs beside what it may, as lines of a table. */
const tableOf = (pages: readonly Weighed[]): string =>
  [
    'JavaScript of each page as it is sent (brotli), kB: at first paint, and until it can be used',
    ...pages.map(
      ({ budget, firstPaint, usable }) =>
        `${budget.page.padEnd(22)} ${kilobytes(firstPaint.bytes).padStart(7)} of ${kilobytes(budget.firstPaint)} ${kilobytes(usable.bytes).padStart(9)} of ${kilobytes(budget.usable)}`,
    ),
  ].join('\n')

/** What is too heavy, and what weighs most there; empty where all is within its budget. */
export const overBudget = (pages: readonly Weighed[]): string =>
  pages
    .flatMap(({ budget, firstPaint, usable }) =>
      (
        [
          ['at first paint', firstPaint, budget.firstPaint],
          ['until it can be used', usable, budget.usable],
        ] as const
      )
        .filter(([, { bytes }, limit]) => bytes > limit)
        .map(([when, { bytes, heaviest }, limit]) =>
          [
            `${budget.page} needs ${kilobytes(bytes)} kB of JavaScript ${when}; its budget is ${kilobytes(limit)} kB.`,
            'What weighs most there, kB before it is packed:',
            ...heaviest.map(({ name, length }) => `  ${kilobytes(length).padStart(7)} ${name}`),
            'Import what is not needed by then with import(), or change scripts/budgets/pages.ts and say why.',
          ].join('\n'),
        ),
    )
    .join('\n')

/** Weighs the pages when they are built, prints the table, and lets no build through that is over its budget. */
export const pageBudgets = (given: readonly Budget[] = budgets): Plugin => ({
  name: 'goldthread-page-budgets',
  apply: 'build',
  generateBundle(_, bundle) {
    const parts = partsOf(Object.values(bundle))
    const pages = given.map((budget) => weighed(parts, budget))
    this.info(tableOf(pages))
    const over = overBudget(pages)
    if (over) this.error(over)
  },
})
