import { t } from '../words/t.ts'
import { makeStyles, Popover, PopoverSurface, Text, tokens } from '@fluentui/react-components'
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Strength, Why as Reason } from '../domain/rules/why.ts'

/** How binding a rule is, in words. */
export const strengths: Record<Strength, string> = {
  must: t`The law says so`,
  should: t`Statutory guidance says so`,
  local: t`A setting of your school or authority`,
  recommended: t`Good practice, not law`,
}

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
    // A finger's target is at least 24 px high; the words stay where they are.
    position: 'relative',
    '::after': { content: '""', position: 'absolute', inset: '-4px 0' },
  },
  surface: { maxWidth: '340px', display: 'flex', flexDirection: 'column', gap: '8px' },
  inputs: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '12px',
    rowGap: '2px',
    margin: 0,
    '& dd': { margin: 0 },
    '& dt': { color: tokens.colorNeutralForeground2 },
  },
  whole: { gridColumn: '1 / -1' },
  source: { color: tokens.colorNeutralForeground2 },
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
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
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
        ref={setOpener}
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
        <Popover
          open
          withArrow
          positioning={{ target: opener, position: 'below', align: 'start' }}
          onOpenChange={(_, data) => {
            clearTimeout(timer.current)
            setOpen(data.open)
          }}
        >
          <PopoverSurface className={styles.surface} aria-label={t`Why`} {...pointer}>
            <WhyText why={why} />
          </PopoverSurface>
        </Popover>
      )}
    </>
  )
}

/** A reckoning has a line of its own: in a narrow column it would break at every sign. */
const isLong = (value: string) => value.length > 26

const WhyText = ({ why }: { why: Reason }) => {
  const styles = useStyles()
  return (
    <>
      <Text weight="semibold">{why.says}</Text>
      <dl className={styles.inputs}>
        {why.inputs.map(({ label, value }, i) => (
          <div key={`${i}${label}`} style={{ display: 'contents' }}>
            <dt className={isLong(value) ? styles.whole : undefined}>{label}</dt>
            <dd className={isLong(value) ? styles.whole : undefined}>{value}</dd>
          </div>
        ))}
        <dt className={styles.whole}>{t`How binding`}</dt>
        <dd className={styles.whole}>{strengths[why.strength]}</dd>
      </dl>
      <Text size={200} className={styles.source}>{t`Source: ${why.source}`}</Text>
    </>
  )
}
