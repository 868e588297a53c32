import { t } from '../words/t.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { lazy, type PointerEvent, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Why as Reason } from '../domain/rules/why.ts'
import { fetchBeforehand } from './shown.ts'

const box = async () => ({ default: (await import('./WhyBox.tsx')).WhyBox })
const WhyBox = lazy(box)
fetchBeforehand(box)

const useStyles = makeStyles({
  opener: {
    display: 'inline',
    verticalAlign: 'baseline',
    margin: 0,
    padding: '0 2px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    cursor: 'pointer',
    font: 'inherit',
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'inherit',
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    color: 'inherit',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    whiteSpace: 'nowrap',
    // At 400% a long sum goes on in the next line.
    '@media (max-width: 340px)': { whiteSpace: 'normal' },
    // A finger's target is at least 24 px high; the words stay where they are.
    position: 'relative',
    '::after': { content: '""', position: 'absolute', inset: '-4px 0' },
  },
})

// Newer than the linter’s list of what a button may say of itself.
const described = { 'aria-description': t`Why` }

/** How long a pointer rests before the reason opens, and may be away before it closes: milliseconds. */
const openAfter = 250
const closeAfter = 200

/**
 * A date or a sum that says, when asked, which rule it comes from, from what, and who says so. Until it is asked it is
 * a plain button: a long list has hundreds of them.
 */
export const Why = ({ why, children }: { why: Reason; children: ReactNode }) => {
  const styles = useStyles()
  const button = useRef<HTMLButtonElement>(null)
  // The button beside which the reason stands open; null while it is shut.
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null)
  const open = opener !== null
  const setOpen = (next: boolean) => setOpener(next ? button.current : null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const soon = (next: boolean, after: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(next), after)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const pointer = {
    onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && soon(true, openAfter),
    onPointerLeave: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && soon(false, closeAfter),
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.opener}
        {...described}
        aria-expanded={open}
        onClick={() => {
          clearTimeout(timer.current)
          setOpen(!open)
        }}
        // The keyboard is still here while the reason is open.
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
        {...pointer}
      >
        {children}
      </button>
      {open && (
        <Suspense fallback={null}>
          <WhyBox
            why={why}
            opener={opener}
            pointer={pointer}
            onOpenChange={(next) => {
              clearTimeout(timer.current)
              setOpen(next)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
