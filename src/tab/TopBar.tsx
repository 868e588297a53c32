import {
  Button,
  Dropdown,
  Link,
  makeStyles,
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Option,
  Text,
  tokens,
} from '@fluentui/react-components'
import {
  ChevronDownRegular,
  EyeOffRegular,
  EyeRegular,
  KeyboardRegular,
  SearchRegular,
} from '@fluentui/react-icons'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useMayRead } from '../ui/access.ts'
import { useHiddenDetails } from '../ui/hiddenDetails.tsx'
import { useKeys } from '../ui/keys.ts'
import { useServices } from '../ui/services.tsx'
import { useWide } from '../ui/useWide.ts'
import { JobMark } from './jobs/JobMark.tsx'
import { PupilSearch } from './PupilSearch.tsx'
import { type Route, useGo } from './routes.ts'
import { SessionsMark } from './sessions/SessionsMark.tsx'

type Place = {
  readonly words: string
  readonly route: Route
  readonly of: readonly Route['at'][]
  /** Whose site it is about. */
  readonly from: 'senco' | 'staff' | 'governors'
}
const all = new URLSearchParams()
const places: readonly Place[] = [
  { words: 'Today', route: { at: 'today', query: all }, of: ['today'], from: 'senco' },
  {
    words: 'Register',
    route: { at: 'register', query: all },
    of: ['register', 'census', 'reconcile', 'pupil'],
    from: 'senco',
  },
  {
    words: 'Reviews',
    route: { at: 'reviews', query: all },
    of: ['reviews', 'review', 'live'],
    from: 'senco',
  },
  { words: 'Provision', route: { at: 'provision', section: 'catalogue' }, of: ['provision'], from: 'senco' },
  { words: 'Sessions', route: { at: 'sessions' }, of: ['sessions'], from: 'staff' },
  { words: 'Concerns', route: { at: 'concerns' }, of: ['concerns'], from: 'staff' },
  { words: 'Profiles', route: { at: 'profiles', query: all }, of: ['profiles', 'profile'], from: 'staff' },
  { words: 'Figures', route: { at: 'trust' }, of: ['trust'], from: 'governors' },
  { words: 'Import', route: { at: 'import' }, of: ['import', 'forms'], from: 'senco' },
  { words: 'Records', route: { at: 'records', section: 'log' }, of: ['records'], from: 'senco' },
  { words: 'School', route: { at: 'school', section: 'settings' }, of: ['school'], from: 'senco' },
]

/** The parts that this person's sites let them into: none until that is known, all where it can't be asked. */
const usePlaces = (): readonly Place[] => {
  const access = {
    senco: useMayRead('senco'),
    staff: useMayRead('staff'),
    governors: useMayRead('governors'),
  }
  if (access.senco.isPending || access.staff.isPending) return []
  // A school need not have a site for governors: until it is known, and where it can't be asked, there is none.
  return places.filter(({ from }) => access[from].data ?? from !== 'governors')
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
  nav: { display: 'flex', alignItems: 'stretch', gap: '4px' },
  link: {
    display: 'flex',
    alignItems: 'center',
    padding: '0 10px',
    color: tokens.colorNeutralForeground2,
    borderBottom: '3px solid transparent',
    borderTop: '3px solid transparent',
    '@media (max-width: 900px)': { padding: '0 7px' },
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
  who: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  school: { minWidth: '120px', maxWidth: '240px', flexShrink: 1 },
  schoolName: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  menu: { alignSelf: 'center' },
  below: {
    display: 'flex',
    padding: '6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexShrink: 0,
  },
  only: { alignSelf: 'center', padding: '0 8px', fontWeight: tokens.fontWeightSemibold },
})

/** Words to the parts of the tab that the person may see, the school, and who is signed in. On a phone the words lie in one menu. */
export const TopBar = ({
  at,
  onSchool,
  onKeys,
}: {
  at: Route['at']
  onSchool: (id: string) => void
  onKeys: () => void
}) => {
  const styles = useStyles()
  // All words, the mark of a job and a school’s name fit from here on.
  const wide = useWide(1080)
  const roomy = useWide(1240)
  const { href } = useGo()
  const { school, schools, me } = useServices()
  const { hidden, toggle } = useHiddenDetails()
  const who = useQuery({ queryKey: ['me'], queryFn: me, staleTime: Infinity })
  const shown = usePlaces()
  const here = shown.find(({ of }) => of.includes(at))
  // Beside all the words there is room for the search only on a wide page; elsewhere a button opens it below.
  const broad = useWide(1280)
  const from = shown.some((place) => place.from === 'senco')
    ? 'senco'
    : shown.some((place) => place.from === 'staff')
      ? 'staff'
      : null
  const [searching, setSearching] = useState(false)
  useKeys(from && !broad ? { '/': () => setSearching(true) } : {})
  return (
    <header>
      <div className={styles.bar}>
        {wide ? (
          <nav className={styles.nav} aria-label="Parts of SEND">
            {shown.map(({ words, route }) => (
              <Link
                key={words}
                appearance="subtle"
                href={href(route)}
                aria-current={here?.words === words ? 'page' : undefined}
                className={mergeClasses(styles.link, here?.words === words && styles.current)}
              >
                {words}
              </Link>
            ))}
          </nav>
        ) : shown.length < 2 ? (
          shown.map(({ words, route }) => (
            <Link key={words} appearance="subtle" href={href(route)} className={styles.only}>
              {words}
            </Link>
          ))
        ) : (
          <nav aria-label="Parts of SEND" className={styles.menu}>
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button appearance="subtle" icon={<ChevronDownRegular />} iconPosition="after">
                  {here?.words ?? 'Menu'}
                </Button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  {shown.map(({ words, route }) => (
                    <MenuItemLink key={words} href={href(route)}>
                      {words}
                    </MenuItemLink>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          </nav>
        )}
        <div className={styles.end}>
          <JobMark />
          {at !== 'sessions' && <SessionsMark />}
          {from &&
            (broad ? (
              <PupilSearch from={from} />
            ) : (
              <Button
                appearance="subtle"
                icon={<SearchRegular />}
                aria-expanded={searching}
                aria-label="Find a pupil"
                title="Find a pupil (/)"
                // Else leaving the box would close it, and the press open it again.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setSearching(!searching)}
              />
            ))}
          {schools.length > 1 ? (
            <Dropdown
              aria-label="School"
              appearance="filled-lighter"
              size="small"
              className={styles.school}
              value={school.name}
              button={{ children: <span className={styles.schoolName}>{school.name}</span> }}
              selectedOptions={[school.id]}
              onOptionSelect={(_, { optionValue }) => optionValue && onSchool(optionValue)}
            >
              {schools.map(({ id, name }) => (
                <Option key={id} value={id}>
                  {name}
                </Option>
              ))}
            </Dropdown>
          ) : (
            wide && <Text className={styles.who}>{school.name}</Text>
          )}
          {roomy && who.data && <Text className={styles.who}>{who.data.displayName}</Text>}
          <Button
            appearance="subtle"
            icon={hidden ? <EyeRegular /> : <EyeOffRegular />}
            aria-pressed={hidden}
            aria-label="Hide details"
            title="Hide details (h)"
            onClick={toggle}
          />
          {roomy && (
            <Button
              appearance="subtle"
              icon={<KeyboardRegular />}
              aria-label="Keys"
              title="Keys (?)"
              onClick={onKeys}
            />
          )}
        </div>
      </div>
      {from && !broad && searching && (
        <div className={styles.below}>
          <PupilSearch from={from} whole onLeave={() => setSearching(false)} />
        </div>
      )}
    </header>
  )
}
