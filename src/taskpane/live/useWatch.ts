import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type OpenDocument, readOpenDocument } from '../../host/word.ts'
import { lookAtDocument, whenSelectionMoves } from '../../host/wordLive.ts'
import { openDocumentQuery } from '../minutes/openDocument.ts'
import { afterFailure, afterLook, type Looking, nextLook, notLooked, pace } from './looking.ts'

/** What Word says of the document: whether it has saved it, null before it was asked; and whether it answers. */
export type Watched = { readonly saved: boolean | null; readonly answers: boolean }

/**
 * Looks at the open document while `on`: often after the selection moved, now and then otherwise, never twice at once,
 * and reads it whole when its text has changed. What was read is where every part of the pane finds it.
 */
export const useWatch = (on: boolean): Watched => {
  const client = useQueryClient()
  const looking = useRef<Looking>(notLooked)
  const [watched, setWatched] = useState<Watched>({ saved: null, answers: true })
  useEffect(() => {
    if (!on) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let due = 0
    let over = false
    let working = false
    const wait = (milliseconds: number) => {
      clearTimeout(timer)
      due = Date.now() + milliseconds
      timer = setTimeout(() => void look(), milliseconds)
    }
    const tell = (next: Watched) =>
      setWatched((now) => (now.saved === next.saved && now.answers === next.answers ? now : next))
    const look = async () => {
      if (over || working) return
      if (document.visibilityState === 'hidden') return wait(pace.quiet)
      working = true
      try {
        const { text, saved } = await lookAtDocument()
        if (over) return
        const next = afterLook(looking.current, text)
        if (next.reads) {
          const read = await readOpenDocument()
          // Another part has begun to work in the document: this reading may be older than what it does.
          if (over) return
          client.setQueryData<OpenDocument>(openDocumentQuery.queryKey, (before) => withOwn(read, before))
        }
        looking.current = next.looking
        if (!over) tell({ saved, answers: true })
      } catch {
        looking.current = afterFailure(looking.current)
        if (!over && looking.current.failed > 1) setWatched((now) => ({ ...now, answers: false }))
      } finally {
        working = false
        if (!over) wait(nextLook(looking.current))
      }
    }
    const stop = whenSelectionMoves(() => {
      if (!working && due - Date.now() > pace.busy) wait(pace.busy)
    })
    void look()
    return () => {
      over = true
      clearTimeout(timer)
      stop()
    }
  }, [on, client])
  return watched
}

/** What the file says of itself changes only when this pane writes it: it is not read at every look. */
const withOwn = (read: OpenDocument, before: OpenDocument | undefined): OpenDocument => {
  if (read.identity || !before) return read
  const { identity, provenance } = before
  return { ...read, identity, ...(provenance === undefined ? {} : { provenance }) }
}
