import { makeStyles, mergeClasses, typographyStyles } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px 24px 24px',
    boxSizing: 'border-box',
    minHeight: '100%',
    '@media (max-width: 640px)': { padding: '12px 12px 20px' },
  },
  fill: { height: '100%', minHeight: '420px', paddingBottom: '4px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px' },
  title: { ...typographyStyles.title3, margin: 0, overflowWrap: 'anywhere', ':focus': { outline: 'none' } },
  actions: { marginLeft: 'auto', display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** What had the focus when a screen that is still to come was shown; undefined when none is awaited. */
let before: Element | null | undefined

/** Somebody has gone to a field since, such as the search in the bar: the screen that comes now must not take them away. */
const wentToField = (): boolean =>
  before !== undefined &&
  document.activeElement !== before &&
  !!document.activeElement?.matches('input, textarea, [contenteditable=true]')

/** One screen: its heading, which takes the focus when a person arrives, what can be done, and its content. */
export const Page = ({
  title,
  above,
  beside,
  actions,
  fill = false,
  coming = false,
  children,
}: {
  title: ReactNode
  above?: ReactNode
  beside?: ReactNode
  actions?: ReactNode
  /** Takes the whole height: for lists that scroll by themselves. */
  fill?: boolean
  /** Stands for a screen that is still to come, which takes the focus itself. */
  coming?: boolean
  children: ReactNode
}) => {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (coming) {
      before = document.activeElement
      return
    }
    if (!wentToField()) heading.current?.focus({ preventScroll: true })
    before = undefined
  }, [coming])
  return (
    <div className={mergeClasses(styles.page, fill && styles.fill)} aria-busy={coming || undefined}>
      {above}
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {beside}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
