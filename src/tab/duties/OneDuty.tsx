import { t } from '../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { type AnyDuty, type DutyContext, markOf, stateOf } from '../../domain/duties/duty.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { showDay } from '../../domain/rules/day.ts'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { HistoryButton } from '../../ui/history/HistoryButton.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useAll, useOne } from '../../ui/records.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Why } from '../../ui/Why.tsx'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { Trail } from '../Trail.tsx'
import { ArchiveRow } from './ArchiveRow.tsx'
import { DutySteps } from './DutySteps.tsx'
import { type DutyRow, useDutyContext, useDutyOptions, useSupportOptions } from './useDuty.ts'

const RowExtra = lazy(async () => ({ default: (await import('./extras.tsx')).RowExtra }))

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px' },
  state: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** One row of a duty as a page: how it stands, what comes next, and all that is recorded of it. */
export const OneDuty = ({ duty, rowKey }: { duty: AnyDuty; rowKey: string }) => {
  const { href } = useGo()
  const styles = useStyles()
  const row = useOne(duty.type, rowKey)
  const pupils = useAll(Pupil)
  const { queries, contextOf } = useDutyContext()
  const trail = (
    <Trail steps={[{ words: duty.words, route: { at: 'duties', place: duty.place, duty: duty.name } }]} />
  )
  const [services, chases, school] = queries
  const given = row.data as DutyRow | undefined
  if (
    !given ||
    !pupils.data ||
    !services.data ||
    !chases.data ||
    school.data === undefined ||
    queries.some(({ data }) => data === undefined)
  )
    return (
      <Page title={duty.words} above={trail}>
        <Loaded queries={[row, pupils, ...queries]} shape={<Waiting />}>
          {() => null}
        </Loaded>
      </Page>
    )
  const context = contextOf(services.data, chases.data, school.data)
  const pupil = pupils.data.records.find(({ key }) => key === given['pupil']) ?? null
  const title = duty.titleOf(given as never, context)
  const whole = <Whole duty={duty} row={given} context={context} pupils={pupils.data.records} />
  return (
    <Page
      title={pupil ? <PupilName pupil={pupil} /> : title}
      above={trail}
      beside={
        pupil && (
          <Text className={styles.quiet}>
            {title}
            {' · '}
            <Link
              inline
              href={href({ at: 'pupil', key: pupil.key, section: 'services' })}
            >{t`Open the pupil’s record`}</Link>
          </Text>
        )
      }
    >
      {pupil ? (
        <OpeningGate pupil={pupil} what={duty.type.label}>
          {whole}
        </OpeningGate>
      ) : (
        whole
      )}
    </Page>
  )
}

/** What is recorded of a row, and what can be done with it; also inside a pupil’s own page. */
const Whole = ({
  duty,
  row,
  context,
  pupils,
}: {
  duty: AnyDuty
  row: DutyRow
  context: DutyContext
  pupils: Parameters<typeof useDutyOptions>[1]
}) => {
  const styles = useStyles()
  const pupil = typeof row['pupil'] === 'string' ? row['pupil'] : null
  useAskMayWrite(pupils[0])
  const mayWrite = useMayWrite(duty.type)
  const options = useDutyOptions(duty, pupils, pupil)
  return (
    <div className={styles.part}>
      <StandingLine duty={duty} row={row} context={context} />
      {mayWrite && <DutySteps duty={duty} row={row} />}
      <Suspense fallback={null}>
        <RowExtra duty={duty} row={row} context={context} pupils={pupils} />
      </Suspense>
      {pupil !== null && 'allocation' in (duty.type.fields as object) ? (
        <WithSupport
          duty={duty}
          row={row}
          options={options}
          pupil={pupil}
          context={context}
          mayWrite={mayWrite}
        />
      ) : (
        <Form duty={duty} row={row} options={options} context={context} mayWrite={mayWrite} />
      )}
      <div className={styles.foot}>
        <HistoryButton type={duty.type} record={row} options={options} />
        {mayWrite && <ArchiveRow duty={duty} row={row} />}
      </div>
    </div>
  )
}

/** Where a row stands, in a word, with the day that is due and why. */
export const StandingLine = ({
  duty,
  row,
  context,
}: {
  duty: AnyDuty
  row: DutyRow
  context: DutyContext
}) => {
  const styles = useStyles()
  const standing = duty.standing(row as never, context)
  const { due, word } = standing
  const overdue = stateOf(standing, context.today) === 'overdue'
  return (
    <div className={styles.state}>
      <StatusMark status={markOf(standing, context.today)} word={overdue ? t`${word}, overdue` : word} />
      {due && (
        <Text className={styles.quiet}>
          {due.what}{' '}
          <Why why={due.why}>
            {due.day === null ? t`Why` : overdue ? t`was due ${showDay(due.day)}` : t`by ${showDay(due.day)}`}
          </Why>
        </Text>
      )}
    </div>
  )
}

type FormOf = {
  duty: AnyDuty
  row: DutyRow
  options: ReturnType<typeof useDutyOptions>
  context: DutyContext
  mayWrite: boolean
}

const WithSupport = ({ pupil, options, ...form }: FormOf & { pupil: string }) => {
  const support = useSupportOptions(pupil)
  return <Form {...form} options={{ ...options, ...support }} />
}

const Form = ({ duty, row, options, context, mayWrite }: FormOf) => (
  <RecordForm
    type={duty.type}
    record={row}
    groups={duty.form.groups}
    options={options}
    latest={Object.fromEntries(duty.form.past.map((field) => [field, context.today]))}
    readOnly={!mayWrite}
  />
)
