import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { type Route, useGo } from './routes.ts'

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    gap: '2px',
    overflowX: 'auto',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollbarWidth: 'thin',
    flexShrink: 0,
  },
  link: {
    flexShrink: 0,
    padding: '8px 10px 6px',
    '@media (max-width: 800px)': { padding: '8px 7px 6px' },
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    borderBottom: '2px solid transparent',
    ':hover': { textDecorationLine: 'none', color: tokens.colorNeutralForeground1 },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
  },
})

/** The sections of a place, as a second row of words. */
export const SectionNav = ({
  label,
  sections,
}: {
  label: string
  sections: readonly { readonly words: string; readonly route: Route; readonly current: boolean }[]
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const nav = useRef<HTMLElement>(null)
  const at = sections.find(({ current }) => current)?.words
  // On a phone the row is wider than the screen: where one is must be in sight.
  useEffect(() => {
    const row = nav.current
    const current = row?.querySelector<HTMLElement>('[aria-current]')
    // The row alone: scrolling the page would take whose record it is out of sight.
    if (row && current)
      row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2
  }, [at])
  return (
    <nav ref={nav} aria-label={label} className={styles.nav}>
      {sections.map(({ words, route, current }) => (
        <Link
          key={words}
          appearance="subtle"
          href={href(route)}
          aria-current={current ? 'page' : undefined}
          className={mergeClasses(styles.link, current && styles.current)}
        >
          {words}
        </Link>
      ))}
    </nav>
  )
}
