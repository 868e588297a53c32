import { mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import {
  choicesOf,
  contentOf,
  isLocked,
  isTicked,
  propertiesOf,
  putText,
  showsPlaceholder,
  tick,
  typeOf,
} from '../controls.ts'
import { children, isW, val } from '../dom.ts'
import { textOf } from '../text.ts'
import { keyOf, useEditor } from './editor.ts'
import { TextField } from './TextField.tsx'
import { useDocumentStyles } from './useDocumentStyles.ts'

export const titleOf = (sdt: Element): string =>
  val(propertiesOf(sdt), 'alias') ?? val(propertiesOf(sdt), 'tag') ?? 'Untitled field'

/** What stands in a line: fields of text, and content controls between them. */
export const Inline = ({ parent, label }: { parent: Element; label: string }) => {
  const controls = children(parent).filter((child) => isW(child, 'sdt'))
  const bounds = [null, ...controls]
  return (
    <>
      {bounds.map((after, at) => (
        <span key={after ? keyOf(after) : 'start'}>
          {after && <InlineControl sdt={after} />}
          <TextField place={{ parent, after, until: controls[at] ?? null }} label={label} />
        </span>
      ))}
    </>
  )
}

const Choice = ({ sdt }: { sdt: Element }) => {
  const styles = useDocumentStyles()
  const { word, readOnly } = useEditor()
  const list = useRef<HTMLSelectElement>(null)
  useEffect(
    () =>
      word.onReveal(({ place }) => {
        if (place.parent === contentOf(sdt)) list.current?.scrollIntoView({ block: 'center' })
      }),
    [word, sdt],
  )
  const now = textOf([contentOf(sdt)])
  const choices = choicesOf(sdt)
  const unlisted = choices.includes(now) ? [] : [now]
  return (
    <select
      ref={list}
      className={styles.choice}
      aria-label={titleOf(sdt)}
      disabled={readOnly || isLocked(sdt)}
      value={now}
      onChange={(event) => putText(word, sdt, event.target.value, 'Replace')}
    >
      {[...unlisted, ...choices].map((choice) => (
        <option key={choice} value={choice} disabled={showsPlaceholder(sdt) && choice === now}>
          {choice}
        </option>
      ))}
    </select>
  )
}

const TickBox = ({ sdt }: { sdt: Element }) => {
  const { word, readOnly } = useEditor()
  return (
    <input
      type="checkbox"
      aria-label={titleOf(sdt)}
      disabled={readOnly || isLocked(sdt)}
      checked={isTicked(sdt)}
      onChange={(event) => tick(word, sdt, event.target.checked)}
    />
  )
}

/** A control within a line, by its kind. A combo box takes any text, a drop-down list only its choices. */
const InlineControl = ({ sdt }: { sdt: Element }) => {
  const styles = useDocumentStyles()
  const type = typeOf(sdt)
  return (
    <span
      className={mergeClasses(styles.control, styles.inlineControl)}
      data-title={titleOf(sdt)}
      data-tag={val(propertiesOf(sdt), 'tag') ?? ''}
      data-control={type}
      title={titleOf(sdt)}
    >
      {type === 'DropDownList' && <Choice sdt={sdt} />}
      {type === 'CheckBox' && <TickBox sdt={sdt} />}
      {type !== 'DropDownList' && type !== 'CheckBox' && (
        <Inline parent={contentOf(sdt)} label={titleOf(sdt)} />
      )}
    </span>
  )
}
