import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Value } from '../../../domain/fields.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { rateWhy } from '../../../domain/rules/enteredWhy.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { leaversOf, untilLeft } from '../../../domain/rules/leaving.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { linesChangedBy, rateLines } from '../../../domain/rules/rateLine.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { useFormDraft } from '../../../ui/drafts.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { OnCostHelper } from './OnCostHelper.tsx'
import { RateLines } from './RateLines.tsx'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', paddingTop: '4px' },
  lines: { padding: '8px 0' },
})

const asked = ['role', 'from', 'basis', 'amount', 'weeks', 'working', 'source'] as const
const title = t`Add a rate`

/** `changes the cost of 24 lines from 1 Apr 2027` */
const changeWords = (lines: readonly Allocation[], role: Rate['role'], from: string): string => {
  const count = linesChangedBy(lines, { role, from })
  return count === 0
    ? t`No line of support by a ${inWords(staffRoles[role]).toLowerCase()} runs on or after ${showDay(from)}.`
    : t`Changes the cost of ${count} ${count === 1 ? 'line' : 'lines'} of support from ${showDay(from)}.`
}

/** What staff cost, by role and from a date on, with a helper for on-costs and what a change would touch. */
export const RatesSection = () => {
  const styles = useStyles()
  const services = useServices()
  const today = services.today()
  const mayWrite = useMayWrite(Rate)
  const [helping, setHelping] = useState(false)
  const [adding, setAdding] = useState<Record<string, Value> | null>(null)
  const queries = [
    useAll(Rate),
    useAll(Allocation),
    useQuery(allOrNone(services, Group)),
    useAll(Pupil),
  ] as const
  return (
    <>
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>{t`Rates`}</Text>
      <Text
        className={styles.quiet}
      >{t`What staff cost with on-costs, from a date on. A new rate is a new line; what was costed before keeps its own.`}</Text>
      <Loaded queries={queries} shape={<Waiting />}>
        {(rates, allocations, groups, pupils) => {
          const filled = filledFromGroups(allocations.records, groups.records)
          // Only their days are asked for: until when each is given.
          const lines = untilLeft(filled, leaversOf(pupils.records))
          return (
            <>
              <Unreadable listings={[rates]} />
              <div className={styles.lines}>
                <RateLines roles={rateLines(rates.records, lines)} today={today} />
              </div>
              <RecordCards
                type={Rate}
                records={rates.records.toSorted((a, b) =>
                  `${a.role}${a.from}` < `${b.role}${b.from}` ? -1 : 1,
                )}
                summary={(rate) => (
                  <TwoLines first={inWords(staffRoles[rate.role])} second={t`from ${showDay(rate.from)}`} />
                )}
                aside={(rate) => (
                  <Text size={200}>
                    <Why why={rateWhy(rate)}>{showMoney(rate.amount)}</Why>{' '}
                    {rate.basis === 'hour'
                      ? t`an hour`
                      : t`for one hour a week over ${rate.weeks ?? '?'} weeks`}
                  </Text>
                )}
                above={(rate) =>
                  rate.from > today ? (
                    <Text className={styles.quiet}>{changeWords(lines, rate.role, rate.from)}</Text>
                  ) : null
                }
                groups={[{ fields: asked }]}
                empty={{
                  title: t`No rate yet`,
                  todo: t`Provision is costed from what an hour of each role costs, with National Insurance and pension.`,
                }}
              />
              {mayWrite && !adding && !helping && (
                <div className={styles.buttons}>
                  <Button onClick={() => setAdding({ from: today, basis: 'hour' })}>{t`Add a rate`}</Button>
                  <Button onClick={() => setHelping(true)}>{t`Reckon from pay`}</Button>
                </div>
              )}
              {helping && (
                <OnCostHelper
                  today={today}
                  onClose={() => setHelping(false)}
                  onUse={(given) => {
                    setHelping(false)
                    setAdding(given)
                  }}
                />
              )}
              {adding && (
                <>
                  <Touched given={adding} lines={lines} />
                  <AddForm
                    type={Rate}
                    title={title}
                    given={adding}
                    fields={asked}
                    onClose={() => setAdding(null)}
                  />
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

/** What the rate that is being typed would change. */
const Touched = ({
  given,
  lines,
}: {
  given: Readonly<Record<string, Value>>
  lines: readonly Allocation[]
}) => {
  const styles = useStyles()
  const answers = useFormDraft(Rate, title, given, asked).answers()
  const valueOf = (name: string) => answers[name]?.value ?? given[name] ?? null
  const [role, from] = [valueOf('role'), valueOf('from')]
  return (
    <Text className={styles.quiet} aria-live="polite">
      {typeof role === 'string' && typeof from === 'string'
        ? changeWords(lines, role as Rate['role'], from)
        : ''}
    </Text>
  )
}
