import { createContext, useContext } from 'react'
import type { Place, Selection, WordFile } from '../wordFile.ts'

/** What every part of the view needs to know of the document that it shows. */
export type Editor = {
  word: WordFile
  readOnly: boolean
  cursor: CursorWish
  select(selection: Selection): void
}

/** Where the cursor shall be after the document has been drawn again. */
export type CursorWish = {
  /** `after` is the control that the text stands behind; null for the start of `parent`. */
  put(parent: Element, after: Element | null, at: number): void
  /** The character wished for in this place, once; null when the wish is for another place. */
  take(place: Place): number | null
}

export const cursorWish = (): CursorWish => {
  let wish: { parent: Element; after: Element | null; at: number } | null = null
  return {
    put: (parent, after, at) => {
      wish = { parent, after, at }
    },
    take: (place) => {
      if (wish?.parent !== place.parent || wish.after !== place.after) return null
      const { at } = wish
      wish = null
      return at
    },
  }
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
