import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { layoutText, movedPart, ourLayout, type PlacedPart } from '../../../domain/rules/minutesLayout.ts'
import { partOf } from '../../../domain/rules/minutesParts.ts'
import { Outline } from './Outline.tsx'
import { PartLine } from './PartLine.tsx'
import { shownHeading } from './partWords.ts'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 300px',
    gap: '32px',
    alignItems: 'start',
    maxWidth: '1080px',
    '@media (max-width: 1023px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    position: 'sticky',
    bottom: 0,
    padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Moves, renames and leaves out parts; nothing counts before it is kept. */
export const LayoutEditor = ({
  stored,
  readOnly,
  busy,
  onKeep,
}: {
  /** As it counts now. */
  stored: readonly PlacedPart[]
  readOnly: boolean
  busy: boolean
  onKeep: (layout: readonly PlacedPart[]) => void
}) => {
  const styles = useStyles()
  const [layout, setLayout] = useState(stored)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<{ part: string; way: 'up' | 'down' } | null>(null)
  // A row that is moved in the page loses the focus: the same button is pressed again and again.
  useEffect(() => {
    if (!moved.current) return
    const { part, way } = moved.current
    moved.current = null
    list.current?.querySelector<HTMLElement>(`[data-part="${part}"] [data-move="${way}"]`)?.focus()
  })
  const isChanged = layoutText(layout) !== layoutText(stored)
  const isOurs = layoutText(layout) === layoutText(ourLayout)
  const move = (from: number, to: number) => {
    if (to < 0 || to >= layout.length) return
    const { part, heading } = layout[from]!
    moved.current = { part, way: to < from ? 'up' : 'down' }
    setLayout(movedPart(layout, from, to))
    setSaid(t`${shownHeading(heading ?? partOf(part).heading)}: now ${to + 1} of ${layout.length}`)
  }
  return (
    <>
      <div className={styles.columns}>
        <ul ref={list} className={styles.list} aria-label={t`Parts of the minutes, in order`}>
          {layout.map((placed, at) => (
            <PartLine
              key={placed.part}
              placed={placed}
              at={at}
              last={layout.length - 1}
              readOnly={readOnly || busy}
              onMove={(to) => move(at, to)}
              onChange={(next) => setLayout(layout.map((one) => (one.part === next.part ? next : one)))}
            />
          ))}
        </ul>
        <Outline layout={layout} />
      </div>
      <Text role="status" size={200} className={styles.quiet}>
        {said}
      </Text>
      {!readOnly && (
        <div className={styles.bar}>
          <Button
            appearance="primary"
            disabledFocusable={busy || !isChanged}
            onClick={() => isChanged && !busy && onKeep(layout)}
          >{t`Keep this order`}</Button>
          <Button
            disabledFocusable={busy || !isChanged}
            onClick={() => {
              setLayout(stored)
              setSaid(t`As it was`)
            }}
          >{t`As it was`}</Button>
          <Button
            appearance="subtle"
            disabledFocusable={busy || isOurs}
            onClick={() => {
              setLayout(ourLayout)
              setSaid(t`Goldthread’s own order`)
            }}
          >{t`Goldthread’s own order`}</Button>
          <Text size={200} className={styles.quiet}>
            {isChanged
              ? t`Not kept yet: minutes still have the order from before.`
              : t`Minutes have this order.`}
          </Text>
        </div>
      )}
    </>
  )
}
