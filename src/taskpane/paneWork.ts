import { useEffect, useState } from 'react'
import { type Trouble, troubleOf } from '../domain/problem.ts'

/** What the pane is doing, did, or could not do, in words for the person. */
export type PaneWork =
  | { readonly is: 'nothing' }
  | { readonly is: 'working'; readonly words: string }
  | {
      readonly is: 'done'
      readonly words: string
      readonly link?: { words: string; address: string }
      /** It is done, and not all as it should be. */
      readonly warns?: boolean
    }
  | {
      readonly is: 'failed'
      readonly trouble: Trouble
      again(): void
      /** Another way to the same, where there is one. */
      otherwise?(): void
    }

/**
 * One thing at a time, each said while it runs and when it is done; what the missing connection stopped goes on when
 * it is back. `Other` are what a half of the pane adds.
 */
export const usePaneWork = <Other extends { readonly is: string } = never>() => {
  const [work, show] = useState<PaneWork | Other>({ is: 'nothing' })
  const run = async (words: string, act: () => Promise<PaneWork | Other>): Promise<void> => {
    show({ is: 'working', words })
    try {
      show(await act())
    } catch (thrown) {
      show({ is: 'failed', trouble: troubleOf(thrown), again: () => void run(words, act) })
    }
  }
  useEffect(() => {
    if (work.is !== 'failed') return
    // Narrowing a union by `is` does not reach a kind that is not known here.
    const { trouble, again } = work as Extract<PaneWork, { is: 'failed' }>
    if (trouble.code !== 'offline') return
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [work])
  return { work, show, run, dismiss: () => show({ is: 'nothing' }) }
}
