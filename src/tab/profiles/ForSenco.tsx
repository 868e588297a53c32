import { t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Need } from '../../domain/records/need.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { Profile } from '../../domain/records/profile.ts'
import { Publication } from '../../domain/records/publication.ts'
import { fullName, Pupil } from '../../domain/records/pupil.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { showDay } from '../../domain/rules/day.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { type PublicationLine, publicationLines } from '../../ui/publish/publicationLines.ts'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { PublishDialog } from '../register/bulk/PublishDialog.tsx'
import { useGo } from '../routes.ts'
import { SectionNav } from '../SectionNav.tsx'
import { ChangedLine } from './ChangedLine.tsx'
import { type Filter, isIn, queryOf, type Shows } from './filter.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    padding: '10px 2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const isBehind = ({ is }: PublicationLine) => is === 'changed' || is === 'stillShown'
const isUnseen = ({ is }: PublicationLine) => is === 'never' || is === 'withdrawn'

/** What only those see who work with the records: which publications are behind, and who has none. */
export const ForSenco = ({ filter, typed }: { filter: Filter; typed: string }) => {
  const today = useServices().today()
  const pupils = useAll(Pupil)
  const needs = useAll(Need)
  const outcomes = useAll(Outcome)
  const profiles = useAll(Profile)
  const publications = useAll(Publication)
  const shown = useAll(StaffProfile)
  const targets = useAll(StaffTarget)
  const all = useMemo(
    () =>
      pupils.data &&
      needs.data &&
      outcomes.data &&
      profiles.data &&
      publications.data &&
      shown.data &&
      targets.data
        ? publicationLines(
            {
              pupils: pupils.data.records,
              needs: needs.data.records,
              outcomes: outcomes.data.records,
              profiles: profiles.data.records,
              publications: publications.data.records,
              shown: shown.data.records,
              targets: targets.data.records,
            },
            today,
          )
        : null,
    [
      pupils.data,
      needs.data,
      outcomes.data,
      profiles.data,
      publications.data,
      shown.data,
      targets.data,
      today,
    ],
  )
  const listed = (all ?? []).filter((line) => isIn(filter, line.named) && isNamed(line, typed))
  const behind = new Set(listed.filter(({ is }) => is === 'changed').map(({ pupil }) => pupil))
  const pupilsBehind = (pupils.data?.records ?? []).filter(({ key }) => behind.has(key))
  const section = (shows: Shows, words: string, count: number | undefined) => ({
    words: count === undefined ? words : `${words} (${count})`,
    route: { at: 'profiles', query: queryOf({ ...filter, shows }) } as const,
    current: filter.shows === shows,
  })
  return (
    <>
      <SectionNav
        label={t`What of the profiles`}
        sections={[
          section('seen', t`What staff see`, shown.data?.records.length),
          section('changed', t`Changed since published`, all?.filter(isBehind).length),
          section('none', t`Nothing published`, all?.filter(isUnseen).length),
        ]}
      />
      {filter.shows !== 'seen' && (
        <Loaded
          queries={[pupils, needs, outcomes, profiles, publications, shown, targets]}
          shape={<Waiting />}
        >
          {(...lists) => (
            <>
              <Unreadable listings={lists} />
              {filter.shows === 'changed' && <PublishAll pupils={pupilsBehind} />}
              <Lines lines={listed} shows={filter.shows} />
            </>
          )}
        </Loaded>
      )}
    </>
  )
}

/** Brings staff up to date with all of them at once, as a job. */
const PublishAll = ({ pupils }: { pupils: readonly Stored<Pupil>[] }) => {
  const mayWrite = useMayWrite(Publication)
  const [open, setOpen] = useState(false)
  return (
    <>
      {pupils.length > 1 && mayWrite && (
        <Button
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setOpen(true)}
        >{t`Publish all ${pupils.length} changes`}</Button>
      )}
      {open && <PublishDialog pupils={pupils} withdraw={false} onClose={() => setOpen(false)} />}
    </>
  )
}

const isNamed = ({ named }: PublicationLine, typed: string) =>
  fullName(named).toLowerCase().includes(typed.trim().toLowerCase())

const Lines = ({ lines, shows }: { lines: readonly PublicationLine[]; shows: Shows }) => {
  const styles = useStyles()
  const { href } = useGo()
  const listed = lines.filter(shows === 'changed' ? isBehind : isUnseen)
  if (listed.length === 0) {
    return shows === 'changed' ? (
      <Notice
        title={t`Staff see what your records say`}
        todo={t`When a profile, a need or a target changes after it was published, the pupil is listed here.`}
      />
    ) : (
      <Notice
        title={t`Something is published of everybody here`}
        todo={t`Pupils with SEND of whom staff see nothing are listed here.`}
      />
    )
  }
  return (
    <ul
      className={styles.list}
      aria-label={shows === 'changed' ? t`Changed since published` : t`Nothing published`}
    >
      {listed.map((line) =>
        shows === 'changed' ? (
          <ChangedLine key={line.pupil} line={line} />
        ) : (
          <li key={line.pupil} className={styles.row}>
            <Link href={href({ at: 'pupil', key: line.pupil, section: 'profile' })}>
              <PupilName pupil={line.named} />
            </Link>
            <Text className={styles.quiet}>
              {[
                line.named.className,
                line.is === 'withdrawn' && 'withdrawn',
                line.profile
                  ? t`profile agreed on ${showDay(line.profile.from)}`
                  : t`no one-page profile yet`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ),
      )}
    </ul>
  )
}
