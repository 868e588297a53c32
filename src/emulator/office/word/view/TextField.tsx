import { mergeClasses } from '@fluentui/react-components'
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { isLocked, showsPlaceholder } from '../controls.ts'
import { closest } from '../dom.ts'
import { textAt, typeText } from '../edit.ts'
import type { Place } from '../wordFile.ts'
import { useEditor } from './editor.ts'
import { fillPlaceholder, leaveControl, pressEnter, runOn } from './fieldActs.ts'
import {
  fromScreen,
  keepLastLine,
  paint,
  putCursor,
  readField,
  sameOnScreen,
  selectAll,
  selectIn,
  selectedIn,
} from './paint.ts'
import { useDocumentStyles } from './useDocumentStyles.ts'

/** Text that only shows: headers, footers, and controls that may not be edited. */
const FixedText = ({ place }: { place: Place }) => {
  const styles = useDocumentStyles()
  const field = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (field.current) paint(field.current, place)
  })
  return <span ref={field} className={styles.fixed} />
}

/** Text that is edited where it stands. What is typed changes the document's XML at each key. */
const OpenText = ({
  place,
  label,
  control,
}: {
  place: Place
  label: string
  control: Element | undefined
}) => {
  const styles = useDocumentStyles()
  const editor = useEditor()
  const field = useRef<HTMLSpanElement>(null)
  const placeholder = control !== undefined && showsPlaceholder(control)
  const alone = !place.after && !place.until

  useLayoutEffect(() => {
    const shown = field.current
    if (!shown) return
    const busy = shown.ownerDocument.activeElement === shown
    if (!busy || !sameOnScreen(shown, textAt(place))) paint(shown, place)
    const at = editor.cursor.take(place)
    if (at === null) return
    shown.focus()
    putCursor(shown, at)
  })

  // A placeholder gives way as a whole to the first character, which React's own event cannot prevent.
  useEffect(() => {
    const shown = field.current
    if (!shown || !control || !placeholder) return
    const replace = (event: InputEvent): void => {
      event.preventDefault()
      if (event.data) fillPlaceholder(editor, control, event.data)
    }
    shown.addEventListener('beforeinput', replace)
    return () => shown.removeEventListener('beforeinput', replace)
  })

  const { parent, after } = place
  useEffect(
    () =>
      editor.word.onReveal((at) => {
        if (field.current && at.place.parent === parent && at.place.after === after)
          selectIn(field.current, at.from, at.to)
      }),
    [editor.word, parent, after],
  )

  const tellSelection = (): void => {
    const at = field.current && selectedIn(field.current)
    if (at) editor.select({ place, ...at })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>): void => {
    const at = field.current && selectedIn(field.current)
    if (!at || placeholder) return
    if (event.key === 'Enter') {
      event.preventDefault()
      pressEnter(editor, place, at, event.shiftKey)
    } else if (event.key === 'Backspace' && at.to === 0 && runOn(editor, place)) event.preventDefault()
  }
  return (
    <span
      ref={field}
      className={mergeClasses(placeholder ? styles.placeholder : styles.field, alone && styles.alone)}
      // A text area can't flow within a line among other text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="textbox"
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      aria-label={label}
      aria-multiline
      tabIndex={0}
      spellCheck={false}
      onInput={() => {
        if (!field.current) return
        keepLastLine(field.current)
        typeText(editor.word, place, fromScreen(readField(field.current)))
      }}
      onKeyDown={onKeyDown}
      onKeyUp={tellSelection}
      onMouseUp={tellSelection}
      onFocus={() => {
        if (placeholder && field.current) selectAll(field.current)
        tellSelection()
      }}
      onBlur={() => {
        if (field.current) paint(field.current, place)
        if (control && !placeholder) leaveControl(editor, control)
      }}
    />
  )
}

export const TextField = ({ place, label }: { place: Place; label: string }) => {
  const { readOnly } = useEditor()
  const control = closest(place.parent, 'sdt')
  if (readOnly || (control && isLocked(control))) return <FixedText place={place} />
  return <OpenText place={place} label={label} control={control} />
}
