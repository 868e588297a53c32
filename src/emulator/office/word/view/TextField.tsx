import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { clearControl, contentOf, isLocked, putText, showsPlaceholder } from '../controls.ts'
import { closest, isW } from '../dom.ts'
import { textAt, typeText } from '../edit.ts'
import { breakLine, joinWithPrevious, splitParagraph } from '../paragraphEdit.ts'
import { textOf } from '../text.ts'
import type { Place } from '../wordFile.ts'
import { useEditor } from './editor.ts'
import { fromScreen, paint, putCursor, readField, sameOnScreen, selectAll, selectedIn } from './paint.ts'
import { useDocumentStyles } from './useDocumentStyles.ts'

const samePlace = (one: Place, parent: Element, after: Element | null): boolean =>
  one.parent === parent && one.after === after

/** Text that is edited where it stands. What is typed changes the document's XML at each key. */
export const TextField = ({ place, label }: { place: Place; label: string }) => {
  const styles = useDocumentStyles()
  const editor = useEditor()
  const { word } = editor
  const field = useRef<HTMLSpanElement>(null)
  const control = closest(place.parent, 'sdt')
  const placeholder = control !== undefined && showsPlaceholder(control)
  const fixed = editor.readOnly || (control !== undefined && isLocked(control))

  useLayoutEffect(() => {
    const shown = field.current
    if (!shown) return
    const busy = shown.ownerDocument.activeElement === shown
    if (!busy || !sameOnScreen(shown, textAt(place))) paint(shown, place)
    const wish = editor.wish.current
    if (wish && samePlace(place, wish.parent, wish.after)) {
      editor.wish.current = null
      shown.focus()
      putCursor(shown, wish.at)
    }
  })

  // A placeholder gives way as a whole to the first character, which React's own event cannot prevent.
  useEffect(() => {
    const shown = field.current
    if (!shown || !control || !placeholder) return
    const replace = (event: InputEvent): void => {
      event.preventDefault()
      if (!event.data) return
      putText(word, control, event.data, 'Replace')
      editor.wish.current = { ...place, at: event.data.length }
    }
    shown.addEventListener('beforeinput', replace)
    return () => shown.removeEventListener('beforeinput', replace)
  })

  const tellSelection = (): void => {
    const at = field.current && selectedIn(field.current)
    if (at) editor.select({ place, ...at })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>): void => {
    const at = field.current && selectedIn(field.current)
    if (!at || placeholder || fixed) return
    const inParagraph = isW(place.parent, 'p')
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.shiftKey || !inParagraph) {
        breakLine(word, place, at.from, at.to)
        editor.wish.current = { ...place, at: at.from + 1 }
      } else editor.wish.current = { parent: splitParagraph(word, place, at.to), after: null, at: 0 }
      word.tell()
    } else if (event.key === 'Backspace' && at.to === 0 && inParagraph && !place.after) {
      const met = joinWithPrevious(word, place.parent)
      if (!met) return
      event.preventDefault()
      const last = Array.from(met.paragraph.childNodes).findLast(
        (node) => isW(node, 'sdt') && node !== place.until,
      )
      editor.wish.current = {
        parent: met.paragraph,
        after: (last as Element | undefined) ?? null,
        at: met.at,
      }
      word.tell()
    }
  }

  const onBlur = (): void => {
    if (field.current) paint(field.current, place)
    if (control && !placeholder && !word.tracking && textOf([contentOf(control)]) === '')
      clearControl(word, control)
  }

  return (
    <span
      ref={field}
      className={placeholder ? styles.placeholder : styles.field}
      contentEditable={fixed ? false : 'plaintext-only'}
      suppressContentEditableWarning
      role={fixed ? undefined : 'textbox'}
      aria-label={label}
      aria-multiline={fixed ? undefined : true}
      tabIndex={fixed ? undefined : 0}
      spellCheck={false}
      onInput={() => field.current && typeText(word, place, fromScreen(readField(field.current)))}
      onKeyDown={onKeyDown}
      onKeyUp={tellSelection}
      onMouseUp={tellSelection}
      onFocus={() => {
        if (placeholder && field.current) selectAll(field.current)
        tellSelection()
      }}
      onBlur={onBlur}
    />
  )
}
