import { createContext, useContext } from 'react'
import type { Selection, WordFile } from '../wordFile.ts'
import type { ListLabel } from './listLabels.ts'

/** Where the cursor shall be after the document has been drawn again. */
export type CursorWish = { parent: Element; after: Element | null; at: number }

/** What every part of the view needs to know of the document that it shows. */
export type Editor = {
  word: WordFile
  labels: ReadonlyMap<Element, ListLabel>
  readOnly: boolean
  wish: { current: CursorWish | null }
  select(selection: Selection): void
}

export const EditorContext = createContext<Editor | null>(null)

export const useEditor = (): Editor => {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('A part of a document stands outside of one')
  return editor
}

const keys = new WeakMap<Element, string>()
let next = 0
/** A key for an element that stays while the element does. */
export const keyOf = (element: Element): string => {
  const known = keys.get(element) ?? `e${++next}`
  keys.set(element, known)
  return known
}
