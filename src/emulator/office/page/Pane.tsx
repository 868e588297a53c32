import { makeStyles, tokens } from '@fluentui/react-components'
import { useState, type KeyboardEvent, type PointerEvent } from 'react'

const narrowest = 320
const widest = 450
const usual = 350

const useStyles = makeStyles({
  pane: { display: 'flex', height: '100%', minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  handle: {
    width: '6px',
    cursor: 'col-resize',
    height: '100%',
    margin: 0,
    border: 'none',
    flexShrink: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  frame: { border: 'none', height: '100%', backgroundColor: tokens.colorNeutralBackground1 },
})

const bounded = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width)))

/** The task pane: the add-in's page in a frame, as wide as Office makes it, and as far as it lets it be drawn. */
export const Pane = ({ address, title }: { address: string; title: string }) => {
  const styles = useStyles()
  const [width, setWidth] = useState(usual)
  const [dragging, setDragging] = useState(false)
  const onPointerMove = (event: PointerEvent): void => {
    if (dragging) setWidth(bounded(window.innerWidth - event.clientX - 6))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: 10, ArrowRight: -10 }[event.key]
    if (step) setWidth(bounded(width + step))
  }
  return (
    <aside className={styles.pane} aria-label="Task pane">
      {/* A separator that can be moved takes the focus, the arrow keys and the pointer. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <hr
        className={styles.handle}
        aria-orientation="vertical"
        aria-label="Width of the task pane"
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        aria-valuenow={width}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragging(true)
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDragging(false)}
      />
      <iframe
        className={styles.frame}
        style={{ width: `${width}px`, pointerEvents: dragging ? 'none' : 'auto' }}
        src={address}
        title={title}
        allow="clipboard-write"
      />
    </aside>
  )
}
