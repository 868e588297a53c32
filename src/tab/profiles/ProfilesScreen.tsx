import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { useMayRead } from '../../ui/access.ts'
import { Later, Loaded, Notice } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { afterShown } from '../../ui/shown.ts'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useMyClasses } from '../../ui/useMyClasses.ts'
import { useWide } from '../../ui/useWide.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { classesIn, type Filter, filterOf, queryOf, showsMine, shownProfiles } from './filter.ts'
import { ForSenco } from './ForSenco.tsx'
import { ProfileList } from './ProfileList.tsx'
import { ProfilesBar } from './ProfilesBar.tsx'
import { type Printing, printingOf, ProfilesLeaving } from './ProfilesLeaving.tsx'

// The profiles come first.
const ToRead = lazy(afterShown(async () => ({ default: (await import('../leading/ToRead.tsx')).ToRead })))

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What the SENCO published to staff. For the SENCO also what has changed since, and of whom nothing is published. */
export const ProfilesScreen = ({ query }: { query: URLSearchParams }) => {
  const { school } = useServices()
  if (school.sites.staff === undefined) {
    return (
      <Page title={t`Profiles`}>
        <Notice
          title={t`This school has no site for staff yet`}
          todo={t`Profiles for teachers and assistants lie on a SharePoint site of their own, apart from the SENCO’s records. Whoever looks after Microsoft 365 at your school makes it, names it in the settings of this app, and makes its lists under School.`}
        />
      </Page>
    )
  }
  return <Profiles given={filterOf(query)} />
}

const Profiles = ({ given }: { given: Filter }) => {
  const { go } = useGo()
  const wide = useWide(640)
  const [typed, setTyped] = useState('')
  const [printing, setPrinting] = useState<Printing | null>(null)
  const profiles = useAll(StaffProfile)
  const targets = useAll(StaffTarget)
  const senco = useMayRead('senco')
  // What is behind is a matter of the SENCO's records: others see what is published, whatever the address says.
  const filter: Filter = senco.data === false ? { ...given, shows: 'seen' } : given
  const words = useDeferredValue(typed)
  const { years, classes } = filter
  const mine = useMyClasses()
  // Who searches looks for anybody: a pupil of another class is whom they can’t find otherwise.
  const isMine =
    showsMine(filter, mine ?? [], senco.data === true) && (words.trim() === '' || filter.whose === 'mine')
  const all = profiles.data?.records
  const shown = useMemo(
    () =>
      shownProfiles(all ?? [], { shows: 'seen', years, classes, whose: null }, words, isMine ? mine : null),
    // The address is read anew each time: its words are what matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [all, years.join(), classes.join(), words, isMine, mine?.join()],
  )
  const change = (next: Filter) => go({ at: 'profiles', query: queryOf(next) }, true)
  const some = all !== undefined && all.length > 0
  return (
    <Page
      title={t`Profiles`}
      fill={filter.shows === 'seen' && some}
      actions={
        wide &&
        filter.shows === 'seen' &&
        shown.length > 0 && (
          <Button size="small" icon={<PrintRegular />} onClick={() => setPrinting(printingOf(shown))}>
            {shown.length === 1 ? t`Print this profile` : t`Print these ${shown.length}`}
          </Button>
        )
      }
    >
      {printing && (
        <ProfilesLeaving
          key={printing.turn}
          printing={printing}
          targets={targets.data?.records ?? []}
          onDone={() => setPrinting(null)}
        />
      )}
      {senco.data !== undefined && (
        <Suspense fallback={null}>
          <ToRead />
        </Suspense>
      )}
      {some && (
        <ProfilesBar
          filter={filter}
          typed={typed}
          classes={classesIn(all)}
          mine={mine ?? []}
          isMine={isMine}
          onTyped={setTyped}
          onFilter={change}
        />
      )}
      {senco.data && profiles.data && <ForSenco filter={filter} typed={words} />}
      {filter.shows === 'seen' && (
        <Loaded queries={[profiles, targets]} shape={<Waiting />}>
          {(profileList, targetList) => (
            <>
              <Unreadable listings={[profileList, targetList]} />
              {profileList.records.length === 0 ? (
                <Empty senco={senco.data === true} />
              ) : mine === null || senco.data === undefined ? (
                <Later>
                  <Waiting />
                </Later>
              ) : (
                <Seen
                  all={profileList.records}
                  shown={shown}
                  isMine={isMine}
                  nobodys={mine.length === 0 && !senco.data}
                  onClear={() => {
                    setTyped('')
                    change({ ...filter, years: [], classes: [], whose: 'all' })
                  }}
                />
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}

const Empty = ({ senco }: { senco: boolean }) => (
  <Notice
    title={t`No profile is published yet`}
    todo={
      senco
        ? t`Open a pupil in the register, choose Profile, tick what staff need, and publish it. Staff then find it here.`
        : t`What your SENCO publishes about the pupils you teach stands here: how to support them, and what they are working towards. Ask your SENCO when you expected somebody.`
    }
  />
)

const Seen = ({
  all,
  shown,
  isMine,
  nobodys,
  onClear,
}: {
  all: readonly Stored<StaffProfile>[]
  shown: readonly Stored<StaffProfile>[]
  /** Only the person's own classes are listed. */
  isMine: boolean
  /** The person is put down for no class. */
  nobodys: boolean
  onClear: () => void
}) => {
  const styles = useStyles()
  return (
    <>
      <Text size={200} className={styles.quiet}>{t`${
        nobodys
          ? t`You are put down for no class, so everybody is listed: choose your class above, or ask your SENCO to put you down for it. `
          : isMine
            ? t`Your classes come first; to cover another, choose Everybody or its class. `
            : ''
      }Everyone with access to the staff site can see all of these; the filters only shorten the list.`}</Text>
      {shown.length === 0 ? (
        <Notice
          title={isMine ? t`No profile of your classes fits this` : t`No profile fits all of this`}
          todo={t`Take a filter away, or search for part of a name. A pupil who is missing may not be published.`}
          action={<Button onClick={onClear}>{isMine ? t`Show everybody` : t`Clear filters`}</Button>}
        />
      ) : (
        <ProfileList profiles={shown} />
      )}
      <output>
        <Text
          size={200}
          className={styles.quiet}
        >{t`${shown.length} of ${all.length} ${all.length === 1 ? t`profile` : t`profiles`}`}</Text>
      </output>
    </>
  )
}
