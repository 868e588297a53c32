/**
 * Fetches what the first question to Graph needs, all at once, before anything is asked: else one part would name the
 * next. What fails is fetched again when it is needed.
 */
export const fetchAskingParts = (): void => {
  for (const part of [
    import('./signIn.ts'),
    import('./msalLibrary.ts'),
    import('./connect.ts'),
    import('./pace.ts'),
    import('./watch.ts'),
  ])
    part.catch(() => {})
}
