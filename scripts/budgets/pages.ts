import type { Steps } from './joined.ts'

/** What a page may weigh, in bytes as they are sent. */
export type Budget = {
  readonly page: string
  /** The page's own JavaScript, without which nothing of it is drawn. */
  readonly firstPaint: number
  /** All JavaScript until it can be used: with what stands in `asking` and in `needed`. */
  readonly usable: number
  /** Source files, or packages, that are fetched later, whatever the page shows, for signing in and asking Graph. */
  readonly asking: readonly string[]
  /** The same for what the page shows, before it can be used. */
  readonly needed: readonly string[]
}

const kB = 1000

const asking = [
  'src/graph/signIn.ts',
  'src/graph/msalLibrary.ts',
  'src/graph/connect.ts',
  'src/graph/pace.ts',
  'src/graph/watch.ts',
]

/**
 * Each page with what is fetched before its first rows. First paint is to stay within 110 kB, all before a page can be
 * used within 280 kB.
 */
export const budgets: readonly Budget[] = [
  {
    page: 'tab/index.html',
    firstPaint: 110 * kB,
    usable: 280 * kB,
    asking: [...asking, '@microsoft/teams-js'],
    needed: ['src/tab/register/RegisterScreen.tsx'],
  },
  {
    page: 'taskpane/index.html',
    firstPaint: 110 * kB,
    usable: 280 * kB,
    asking,
    needed: ['src/taskpane/minutes/Minutes.tsx', 'src/host/wordUpdate.ts'],
  },
]

/**
 * The steps in which each page fetches its script. The two small pages of signing in share MSAL with it; the screen where
 * most people open the tab is named too, so that it brings nothing that only the register needs.
 */
export const steps: readonly Steps[] = [
  ...budgets.map((budget) => ({
    name: budget.page.split('/')[0]!,
    steps: [[budget.page], budget.asking, budget.needed],
  })),
  { name: 'signing', apart: true, steps: [['src/redirect.html', 'src/relay.html']] },
  {
    name: 'today',
    apart: true,
    steps: [[budgets[0]!.page], budgets[0]!.asking, ['src/tab/today/TodayScreen.tsx']],
  },
]
