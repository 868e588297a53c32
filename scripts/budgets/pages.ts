/** What a page may weigh, in bytes as they are sent. */
export type Budget = {
  readonly page: string
  /** The page's own JavaScript, without which nothing of it is drawn. */
  readonly firstPaint: number
  /** All JavaScript until it can be used: with what stands in `needed`. */
  readonly usable: number
  /** Source files, or packages, that are fetched later and still before the page can be used. */
  readonly needed: readonly string[]
}

const kB = 1000

/** Signing in and asking Graph. */
const asking = [
  'src/graph/signIn.ts',
  'src/graph/msalLibrary.ts',
  'src/graph/connect.ts',
  'src/graph/pace.ts',
  'src/graph/watch.ts',
]

/**
 * Each page with what is fetched before its first rows. First paint is to stay within 110 kB. All before a page can be
 * used is to stay within 280 kB: the pane does, the tab is to come down to it (decision 054 says what is still in the
 * way) and may not grow.
 */
export const budgets: readonly Budget[] = [
  {
    page: 'tab/index.html',
    firstPaint: 110 * kB,
    usable: 300 * kB,
    needed: [...asking, '@microsoft/teams-js', 'src/tab/register/RegisterScreen.tsx'],
  },
  {
    page: 'taskpane/index.html',
    firstPaint: 110 * kB,
    usable: 260 * kB,
    needed: [...asking, 'src/taskpane/minutes/Minutes.tsx', 'src/host/wordUpdate.ts'],
  },
]
