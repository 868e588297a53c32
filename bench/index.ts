import type { Row } from './row.ts'

/** `quick`: fewer rounds and rows, to see that it runs; its figures stand for little. */
export type Options = { readonly quick: boolean }

/** One part of `npm run bench`. */
export type Part = {
  /** As it is called on the command line. */
  readonly name: string
  /** What it measures against what, for a reader of the results. */
  readonly about: string
  run(options: Options): Promise<readonly Row[]>
}

/** Every part, in the order in which they run. Each is loaded when it runs: they need much that others do not. */
export const parts: readonly Part[] = [
  {
    name: 'register',
    about:
      'The register of 10,000 and 50,000 made-up pupils over the local Graph, 120 ms before each answer: requests against the least that pages of 5,000 allow, Microsoft’s own Graph client with the pages of 200 that Graph gives by itself beside it, and the tab itself in Chromium with a processor four times slower.',
    run: async (options) => (await import('./register.ts')).run(options),
  },
  {
    name: 'import',
    about:
      'An import of 2,000 and 10,000 new pupils with a need each, by the product’s own run, by Microsoft’s Graph client one by one and by PnPjs in batches, on a clock that leaps over waits: 120 ms before each answer, 1,250 resource units a minute. At least means every minute’s units at its beginning and the last batches one after another.',
    run: async (options) => (await import('./import.ts')).run(options),
  },
  {
    name: 'trust',
    about:
      'The figures of 50 schools with 60,000 pupils with SEND in sites of their own, sent by each school and read by somebody who is let into no pupil’s record, 120 ms before each answer; beside it, reading every record of every school. On paper: what a school costs of the units a page may spend in a minute.',
    run: async (options) => (await import('./trust.ts')).run(options),
  },
  {
    name: 'pages',
    about:
      'How soon tab and pane are there, on slow 4G with a processor four times slower and nothing in any cache, 120 ms before each answer of Graph, against a bare React page by turns. office.js, which Microsoft serves, is left out; teams-js and MSAL are counted. On a busy machine the ratios are too high.',
    run: async (options) => (await import('./pages.ts')).run(options),
  },
  {
    name: 'registerScroll',
    about:
      'The register’s own grid of made-up pupils beside a plain table of the same rows, both scrolled by five rows a frame in Chromium.',
    run: async (options) => (await import('./registerScroll.ts')).run(options),
  },
  {
    name: 'planner',
    about: 'A year of review meetings placed by the planner, made-up caseloads.',
    run: async (options) => (await import('./planner.ts')).run(options),
  },
  {
    name: 'today',
    about: 'How long Today waits for its lists, beside one list after another in Graph’s usual pages.',
    run: async (options) => (await import('./today.ts')).run(options),
  },
  {
    name: 'formMapper',
    about:
      'How much of authorities’ forms that it never saw the mapper proposes rightly, by keys written beforehand.',
    run: async (options) => (await import('./formMapper.ts')).run(options),
  },
  {
    name: 'documents',
    about: 'What the minutes of a large review cost to write, beside docx.',
    run: async (options) => (await import('./documents.ts')).run(options),
  },
  {
    name: 'workbook',
    about:
      'What a provision map costs to write, beside the fastest other writer of table, list and styles, and exceljs.',
    run: async (options) => (await import('./workbook.ts')).run(options),
  },
  {
    name: 'impact',
    about: 'The whole-school analysis over 150,000 sessions, in Node and in Chromium.',
    run: async (options) => (await import('./impact.ts')).run(options),
  },
]
