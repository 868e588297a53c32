import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { type Route, useGo } from './routes.ts'

const under = (to: string) => `linear-gradient(to ${to}, ${tokens.colorNeutralBackground1} 40%, transparent)`
const shade = (to: string) => `linear-gradient(to ${to}, ${tokens.colorNeutralStroke1}, transparent)`

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    gap: '2px',
    overflowX: 'auto',
    // On a wide page all are in sight, in a second line where one is too short.
    '@media (min-width: 900px)': { flexWrap: 'wrap' },
    // A shade at the end at which there is more: it lies under what scrolls along with the words.
    backgroundImage: `${under('right')}, ${under('left')}, ${shade('right')}, ${shade('left')}`,
    backgroundRepeat: 'no-repeat',
    backgroundPosition: 'left, right, left, right',
    backgroundSize: '32px 100%, 32px 100%, 12px 100%, 12px 100%',
    backgroundAttachment: 'local, local, scroll, scroll',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollbarWidth: 'thin',
    flexShrink: 0,
  },
  // Few enough for two or three lines of a phone.
  few: { flexWrap: 'wrap' },
  // Closer together: no last word alone in a second line of a usual screen.
  many: { gap: 0, '& a': { paddingLeft: '7px', paddingRight: '7px' } },
  link: {
    flexShrink: 0,
    padding: '8px 10px 6px',
    '@media (max-width: 800px)': { padding: '8px 7px 6px' },
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    borderBottom: '2px solid transparent',
    // Forced colours would draw what is transparent: every link would look like the one where somebody is.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { textDecorationLine: 'none', color: tokens.colorNeutralForeground1 },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
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
    <nav
      ref={nav}
      aria-label={label}
      className={mergeClasses(styles.nav, sections.length < 10 ? styles.few : styles.many)}
    >
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
