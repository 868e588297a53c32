import { t } from '../../../words/t.ts'
import { Field, makeStyles, Select, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { type MoneyYear, moneyYearOf, showMoneyYear } from '../../../domain/rules/annualise.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { moneyOf } from '../../../domain/rules/elements.ts'
import type { SchoolMoney } from '../../../domain/rules/moneyTypes.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { useLevels } from '../../../ui/useLevels.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import {
  moneyInput,
  moneyRecords,
  type MoneyRecords,
  useMoneyQueries,
  yearStartOf,
} from '../../../ui/money/useMoneyRecords.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Why } from '../../../ui/Why.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { type Asked, askedOf, queryOf, type Way, ways } from './asked.ts'
import { ByPart } from './ByPart.tsx'
import { ByPupil } from './ByPupil.tsx'
import { FundingPart } from './FundingPart.tsx'
import { Open } from './Open.tsx'
import { SchoolFigures } from './SchoolFigures.tsx'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '18px', paddingBottom: '28px', minWidth: 0 },
  year: { maxWidth: '260px' },
  // Wraps: on a phone nobody sees that there is more to the right.
  tabs: { flexWrap: 'wrap', marginLeft: '-10px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What provision costs in a financial year, who pays it, and where that stands against each threshold. */
export const MoneySection = ({ query }: { query: URLSearchParams }) => (
  <Loaded queries={useMoneyQueries()} shape={<Waiting />}>
    {(...answers) => (
      <>
        <Unreadable listings={answers.slice(0, 9) as never} />
        <MoneyOfYear query={query} records={moneyRecords(...answers)} />
      </>
    )}
  </Loaded>
)

/** From the year of the first line to the next year, in both ways of counting. */
const yearsIn = ({ allocations }: MoneyRecords, today: string, at: MoneyYear): MoneyYear[] => {
  const first = allocations.reduce((day, { from }) => (from < day ? from : day), today)
  return (['apr', 'sep'] as const).flatMap((starts) => {
    const from = Math.max(moneyYearOf(first, starts).year, moneyYearOf(today, starts).year - 5)
    const until = moneyYearOf(today, starts).year + 1
    const years = Array.from({ length: until - from + 1 }, (_, i) => ({ starts, year: until - i }))
    return at.starts === starts && !years.some(({ year }) => year === at.year) ? [at, ...years] : years
  })
}

const MoneyOfYear = ({ query, records }: { query: URLSearchParams; records: MoneyRecords }) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const asked = askedOf(query, today, yearStartOf(records, today))
  const { starts, year } = asked.year
  const money = useMemo(
    () => moneyOf(moneyInput(records, { starts, year }, today)),
    // The lists come from one cache: a new one of any of them is a new object there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [...Object.values(records), starts, year, today],
  )
  const choose = (next: Partial<Asked>) =>
    go({ at: 'provision', section: 'money', query: queryOf({ ...asked, ...next }) }, true)
  return (
    <div className={styles.whole}>
      <Field label={t`Financial year`} className={styles.year}>
        <Select
          value={`${starts}${year}`}
          onChange={(_, { value }) =>
            choose({ year: { starts: value.slice(0, 3) as 'apr' | 'sep', year: Number(value.slice(3)) } })
          }
        >
          {yearsIn(records, today, asked.year).map((one) => (
            <option key={`${one.starts}${one.year}`} value={`${one.starts}${one.year}`}>
              {showMoneyYear(one)}
            </option>
          ))}
        </Select>
      </Field>
      {records.allocations.length === 0 ? (
        <Notice
          title={t`No support is recorded yet`}
          todo={t`Money follows from lines of support and rates: add support to a pupil, and rates under School.`}
        />
      ) : (
        <>
          <SchoolFigures money={money} />
          <Open money={money} />
        </>
      )}
      <TabList
        className={styles.tabs}
        selectedValue={asked.by}
        onTabSelect={(_, { value }) => choose({ by: value as Way })}
        aria-label={t`The year’s money by`}
      >
        {Object.entries(ways).map(([way, words]) => (
          <Tab key={way} value={way}>
            {words}
          </Tab>
        ))}
      </TabList>
      <Shown by={asked.by} money={money} records={records} />
    </div>
  )
}

const Shown = ({ by, money, records }: { by: Way; money: SchoolMoney; records: MoneyRecords }) => {
  const styles = useStyles()
  const levels = useLevels()
  const total = money.linesTotal
  switch (by) {
    case 'pupils':
      return <ByPupil money={money} pupils={records.pupils} />
    case 'groups':
      return money.groups.length === 0 ? (
        <Text className={styles.quiet}>{t`No group has pupils in this year.`}</Text>
      ) : (
        <ByPart
          heading={t`Group`}
          parts={money.groups.toSorted((a, b) => b.pence - a.pence)}
          total={money.groupsTotal}
          name={(part) => records.groups.find(({ key }) => key === part.of)?.name ?? t`Group`}
          note={(part) =>
            part.whole && (
              <>
                {t`The group costs`} <Why why={part.whole.why}>{showMoney(part.whole.pence)}</Why>
                {part.unshared && part.unshared.pence !== 0 && (
                  <>
                    ; <Why why={part.unshared.why}>{showMoney(part.unshared.pence)}</Why>{' '}
                    {t`is not shared out`}
                  </>
                )}
              </>
            )
          }
        />
      )
    case 'staff':
      return (
        <ByPart
          heading={t`Staff`}
          parts={money.staff.toSorted((a, b) => b.pence - a.pence)}
          total={total}
          name={(part) => part.of || t`Nobody named`}
        />
      )
    case 'levels':
      return (
        <ByPart
          heading={t`Level`}
          parts={money.levels}
          total={total}
          name={(part) =>
            part.of
              ? levels.nameOf(part.of as Parameters<typeof levels.nameOf>[0])
              : t`Provision no longer offered`
          }
        />
      )
    case 'terms':
      return (
        <ByPart
          heading={t`Term`}
          parts={money.terms}
          total={total}
          hours={false}
          name={(part) => part.of || t`Outside the terms that are recorded`}
          note={(part) => (part.span ? t`${showDay(part.span.from)} to ${showDay(part.span.until)}` : null)}
        />
      )
    case 'funding':
      return <FundingPart records={records} />
  }
}
