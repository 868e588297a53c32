import { makeStyles, Text } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { type AnyDuty, type DutyContext, type DutyPlace, markOf, ofPupil } from '../../domain/duties/duty.ts'
import { dutiesAt } from '../../domain/duties/index.ts'
import type { Value } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { DutySteps } from './DutySteps.tsx'
import { StandingLine } from './OneDuty.tsx'
import { shownRows } from './rows.ts'
import { type DutyRow, useDutyContext, useDutyOptions, useDutyRows, useSupportOptions } from './useDuty.ts'

const RowExtra = lazy(async () => ({ default: (await import('./extras.tsx')).RowExtra }))
const PupilExtra = lazy(async () => ({ default: (await import('./extras.tsx')).PupilExtra }))

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '28px' },
  title: { margin: 0 },
  above: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '16px' },
})

/** What the SENCO does for this pupil in a place of duties: with services outside the school, or about access. */
export const PupilDuties = ({
  place,
  pupil,
  about,
}: {
  place: DutyPlace
  pupil: Stored<Pupil>
  about: string | null
}) => {
  const { queries, contextOf } = useDutyContext()
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {(services, chases, school) => {
        const context = contextOf(services, chases, school)
        return (
          <>
            {dutiesAt(place)
              .filter(ofPupil)
              .map((duty) => (
                <OfOne key={duty.name} duty={duty} pupil={pupil} about={about} context={context} />
              ))}
            <Suspense fallback={null}>
              <PupilExtra place={place} pupil={pupil} services={services.records} about={about} />
            </Suspense>
          </>
        )
      }}
    </Loaded>
  )
}

const OfOne = ({
  duty,
  pupil,
  about,
  context,
}: {
  duty: AnyDuty
  pupil: Stored<Pupil>
  about: string | null
  context: DutyContext
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const rows = useDutyRows(duty, pupil.key)
  const options = { ...useDutyOptions(duty, [pupil], pupil.key), ...useSupportOptions(pupil.key) }
  const latest = Object.fromEntries(duty.form.past.map((field) => [field, today]))
  return (
    <section className={styles.part} aria-label={duty.words}>
      <Text as="h2" size={500} weight="semibold" className={styles.title}>
        {duty.words}
      </Text>
      <Loaded queries={[rows]} shape={<Waiting />}>
        {(list) => (
          <>
            <Unreadable listings={[list]} />
            <RecordCards<DutyRow>
              type={duty.type}
              opened={list.records.some(({ key }) => key === about) ? about : null}
              records={shownRows(duty, list.records, new Map(), context).map(({ row }) => row)}
              summary={(row) => (
                <TwoLines
                  first={duty.titleOf(row as never, context)}
                  second={duty.columns
                    .map((column) => column.of(row as never, context))
                    .filter((words) => words && !duty.titleOf(row as never, context).includes(words))
                    .join(' · ')}
                />
              )}
              aside={(row) => {
                const standing = duty.standing(row as never, context)
                return <StatusMark status={markOf(standing, today)} word={standing.word} />
              }}
              above={(row) => (
                <div className={styles.above}>
                  <StandingLine duty={duty} row={row} context={context} />
                  <DutySteps duty={duty} row={row} />
                  <Suspense fallback={null}>
                    <RowExtra duty={duty} row={row} context={context} pupils={[pupil]} />
                  </Suspense>
                </div>
              )}
              groups={duty.form.groups}
              options={options}
              latest={latest}
              add={{
                words: duty.form.add,
                given: { ...(duty.form.given(today) as Readonly<Record<string, Value>>), pupil: pupil.key },
                fields: duty.form.fields.filter((field) => field !== 'pupil'),
              }}
              empty={duty.empty}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
