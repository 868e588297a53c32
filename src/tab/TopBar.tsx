import { t } from '../words/t.ts'
import { Link, type LinkProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type ComponentProps, lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
import type { DutyPlace } from '../domain/duties/duty.ts'
import { useMayRead } from '../ui/access.ts'
import { KeepGoing } from '../ui/KeepGoing.tsx'
import { useKeys } from '../ui/keys.ts'
import { useServices } from '../ui/services.tsx'
import { afterShown } from '../ui/shown.ts'
import { useWide } from '../ui/useWide.ts'
import { type Route, useGo } from './routes.ts'

// The screen comes first.
const PartsMenu = lazy(afterShown(async () => ({ default: (await import('./PartsMenu.tsx')).PartsMenu })))
const TopBarEnd = lazy(afterShown(async () => ({ default: (await import('./TopBarEnd.tsx')).TopBarEnd })))
const PlacesBar = lazy(afterShown(async () => ({ default: (await import('./PlacesBar.tsx')).PlacesBar })))
const PupilSearch = lazy(async () => ({ default: (await import('./PupilSearch.tsx')).PupilSearch }))

type Place = {
  readonly words: string
  readonly route: Route
  readonly of: readonly Route['at'][]
  /** Of duties: which place of theirs it is. */
  readonly place?: DutyPlace
  /** Whose site it is about. */
  readonly from: 'senco' | 'staff' | 'governors'
}
const all = new URLSearchParams()
const places: readonly Place[] = [
  { words: t`Today`, route: { at: 'today', query: all }, of: ['today'], from: 'senco' },
  {
    words: t`Register`,
    route: { at: 'register', query: all },
    of: ['register', 'census', 'reconcile', 'pupil'],
    from: 'senco',
  },
  {
    words: t`Reviews`,
    route: { at: 'reviews', query: all },
    of: ['reviews', 'review', 'live'],
    from: 'senco',
  },
  { words: t`Provision`, route: { at: 'provision', section: 'catalogue' }, of: ['provision'], from: 'senco' },
  {
    words: t`With others`,
    route: { at: 'duties', place: 'with', duty: '' },
    of: ['duties'],
    place: 'with',
    from: 'senco',
  },
  {
    words: t`Access`,
    route: { at: 'duties', place: 'access', duty: '' },
    of: ['duties'],
    place: 'access',
    from: 'senco',
  },
  {
    words: t`Leading SEND`,
    route: { at: 'duties', place: 'leading', duty: '' },
    of: ['duties'],
    place: 'leading',
    from: 'senco',
  },
  { words: t`Sessions`, route: { at: 'sessions' }, of: ['sessions'], from: 'staff' },
  { words: t`Concerns`, route: { at: 'concerns' }, of: ['concerns'], from: 'staff' },
  { words: t`Profiles`, route: { at: 'profiles', query: all }, of: ['profiles', 'profile'], from: 'staff' },
  { words: t`Figures`, route: { at: 'trust' }, of: ['trust'], from: 'governors' },
  { words: t`Import`, route: { at: 'import' }, of: ['import', 'forms'], from: 'senco' },
  { words: t`Records`, route: { at: 'records', section: 'log' }, of: ['records'], from: 'senco' },
  { words: t`School`, route: { at: 'school', section: 'settings' }, of: ['school'], from: 'senco' },
]

/** The parts that this person's sites let them into: all until that is known, and where it can't be asked. */
const usePlaces = (): { readonly known: boolean; readonly shown: readonly Place[] } => {
  const access = {
    senco: useMayRead('senco'),
    staff: useMayRead('staff'),
    governors: useMayRead('governors'),
  }
  const known = !access.senco.isPending && !access.staff.isPending
  // A school need not have a site for governors: until it is known, and where it can't be asked, there is none.
  const mayBe = (from: Place['from']) => (known ? access[from].data : undefined) ?? from !== 'governors'
  return { known, shown: places.filter(({ from }) => mayBe(from)) }
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'stretch',
    gap: '4px',
    minHeight: '44px',
    padding: '0 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    flexShrink: 0,
    '@media (max-width: 760px)': { padding: '0 4px' },
  },
  nav: { flex: '1 1 0', minWidth: 0 },
  // Words for which there is no room lie out of sight below until the menu is there that holds them.
  // No gaps: what reckons how much fits counts the words alone.
  words: { display: 'flex', flexWrap: 'wrap', height: '44px', overflow: 'hidden' },
  link: {
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    height: '44px',
    whiteSpace: 'nowrap',
    padding: '0 10px',
    color: tokens.colorNeutralForeground2,
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
    ':hover': {
      color: tokens.colorNeutralForeground1,
      textDecorationLine: 'none',
      borderBottomColor: tokens.colorNeutralStroke1,
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    ':hover': { borderBottomColor: tokens.colorBrandStroke1 },
  },
  end: { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: '4px', minWidth: 0 },
  // Nothing moves when what belongs here comes.
  school: { color: tokens.colorNeutralForeground2, minHeight: '32px', alignContent: 'center' },
  menu: { alignSelf: 'center' },
  below: {
    display: 'flex',
    padding: '6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  only: { alignSelf: 'center', padding: '0 8px', fontWeight: tokens.fontWeightSemibold },
})

/**
 * The words until what reckons how many fit is there; the word that has the focus then keeps it: `heldRef` is told its
 * address as these go.
 */
const PlainWords = ({
  links,
  className,
  heldRef,
}: Pick<ComponentProps<typeof PlacesBar>, 'links' | 'className' | 'heldRef'>) => {
  const row = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const words = row.current
    return () => {
      const { activeElement } = document
      heldRef.current = words?.contains(activeElement) ? activeElement!.getAttribute('href') : null
    }
  }, [heldRef])
  return (
    <div ref={row} className={className}>
      {links.map(({ words, ...link }) => (
        <Link key={words} {...(link as LinkProps)}>
          {words}
        </Link>
      ))}
    </div>
  )
}

/** Words to the parts of the tab that the person may see, the school, and who is signed in. On a phone the words lie in one menu. */
export const TopBar = ({
  at,
  place,
  onSchool,
  onKeys,
}: {
  at: Route['at']
  /** Where one is among the duties; null elsewhere. */
  place: DutyPlace | null
  onSchool: (id: string) => void
  onKeys: () => void
}) => {
  const styles = useStyles()
  // All words, the mark of a job and a school’s name fit from here on.
  const wide = useWide(1080)
  const broad = useWide(1280)
  const { href } = useGo()
  const { school } = useServices()
  const { known, shown } = usePlaces()
  const here = shown.find((one) => one.of.includes(at) && (one.place ?? null) === place)
  const from = !known
    ? null
    : shown.some((place) => place.from === 'senco')
      ? 'senco'
      : shown.some((place) => place.from === 'staff')
        ? 'staff'
        : null
  const [searching, setSearching] = useState(false)
  const [menuAsked, setMenuAsked] = useState(false)
  useKeys(from && !broad ? { '/': () => setSearching(true) } : {})
  const heldRef = useRef<string>(null)
  const words = here?.words ?? t`Menu`
  const links = shown.map(({ words, route }) => ({
    words,
    appearance: 'subtle' as const,
    href: href(route),
    'aria-current': here?.words === words ? ('page' as const) : undefined,
    className: mergeClasses(styles.link, here?.words === words && styles.current),
  }))
  return (
    <header>
      <div className={styles.bar}>
        {wide ? (
          <nav className={styles.nav} aria-label={t`Parts of SEND`}>
            <Suspense fallback={<PlainWords links={links} className={styles.words} heldRef={heldRef} />}>
              <PlacesBar links={links} className={styles.words} heldRef={heldRef} />
            </Suspense>
          </nav>
        ) : shown.length < 2 ? (
          shown.map(({ words, route }) => (
            <Link key={words} appearance="subtle" href={href(route)} className={styles.only}>
              {words}
            </Link>
          ))
        ) : (
          <nav aria-label={t`Parts of SEND`} className={styles.menu}>
            <Suspense
              fallback={
                <Link
                  as="button"
                  appearance="subtle"
                  className={styles.only}
                  onClick={() => setMenuAsked(true)}
                >
                  {words}
                </Link>
              }
            >
              <PartsMenu
                here={words}
                parts={shown.map((place) => ({ words: place.words, href: href(place.route) }))}
                open={menuAsked}
              />
            </Suspense>
          </nav>
        )}
        <div className={styles.end}>
          <KeepGoing>
            <Suspense fallback={wide && <span className={styles.school}>{school.name}</span>}>
              <TopBarEnd
                at={at}
                from={from}
                searching={searching}
                onSearching={setSearching}
                onSchool={onSchool}
                onKeys={onKeys}
              />
            </Suspense>
          </KeepGoing>
        </div>
      </div>
      {from && !broad && searching && (
        <div className={styles.below}>
          <Suspense fallback={null}>
            <PupilSearch from={from} whole onLeave={() => setSearching(false)} />
          </Suspense>
        </div>
      )}
    </header>
  )
}
