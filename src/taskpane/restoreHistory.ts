/**
 * office.js sets `pushState` and `replaceState` of this page's history to null while it loads. Without those own
 * properties the browser's methods are found again.
 */
export const restoreHistory = (page: History = history): void => {
  const own: Partial<Pick<History, 'pushState' | 'replaceState'>> = page
  delete own.pushState
  delete own.replaceState
}
