import { useState } from 'react'
import { type Trouble, troubleOf } from '../domain/problem.ts'

/** What the pane is doing, did, or could not do, in words for the person. */
export type PaneWork =
  | { readonly is: 'nothing' }
  | { readonly is: 'working'; readonly words: string }
  | { readonly is: 'done'; readonly words: string; readonly link?: { words: string; address: string } }
  | { readonly is: 'failed'; readonly trouble: Trouble; again(): void }

/** One thing at a time, each said while it runs and when it is done. `Other` are what a half of the pane adds. */
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
  return { work, show, run, dismiss: () => show({ is: 'nothing' }) }
}
