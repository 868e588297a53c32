import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { moneyYearOf, showMoneyYear } from '../../../domain/rules/annualise.ts'
import { moneyOf } from '../../../domain/rules/elements.ts'
import type { PupilYear } from '../../../domain/rules/moneyTypes.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { rulebookOn } from '../../../domain/rules/rulebook.ts'
import { settingsOn } from '../../../domain/rules/settings.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { CountedLines } from '../../../ui/money/CountedLines.tsx'
import { FundingCards } from '../../../ui/money/FundingCards.tsx'
import { Threshold } from '../../../ui/money/Threshold.tsx'
import {
  moneyInput,
  moneyRecords,
  type MoneyRecords,
  useMoneyQueries,
} from '../../../ui/money/useMoneyRecords.ts'
import { useServices } from '../../../ui/services.tsx'
import { Why } from '../../../ui/Why.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    maxWidth: '900px',
    padding: '14px 16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  heading: { margin: 0 },
  figures: { display: 'flex', flexWrap: 'wrap', gap: '8px 28px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { maxWidth: '420px' },
})

/** A pupil's money of the financial year: what support costs, what of it counts, top-up and the gap, each with its why. */
export const PupilMoney = ({ pupil }: { pupil: Stored<Pupil> }) => (
  <Loaded queries={useMoneyQueries()} shape={<Waiting />}>
    {(...answers) => <Card pupil={pupil} records={moneyRecords(...answers)} />}
  </Loaded>
)

const Card = ({ pupil, records }: { pupil: Stored<Pupil>; records: MoneyRecords }) => {
  const styles = useStyles()
  const { href } = useGo()
  const today = useServices().today()
  const school = settingsOn(records.schools, today)
  const authority = pupil.localAuthority ?? school?.localAuthority
  // The claim goes to the authority: its year, where its rules say one.
  const starts = rulebookOn(records.rulebooks, authority, today)?.yearStarts ?? school?.yearStarts ?? 'apr'
  const { year } = moneyYearOf(today, starts)
  const one: PupilYear | undefined = useMemo(
    () =>
      moneyOf({ ...moneyInput(records, { starts, year }, today), pupils: [pupil], asOf: today }).pupils[0],
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [...Object.values(records), starts, year, today, pupil],
  )
  const fundings = records.fundings.filter((funding) => funding.pupil === pupil.key)
  return (
    <section className={styles.card} aria-label={t`Money`}>
      <Text
        as="h2"
        size={400}
        weight="semibold"
        className={styles.heading}
      >{t`Money, ${showMoneyYear({ starts, year })}`}</Text>
      {one ? (
        <>
          <div className={styles.figures}>
            <Text>
              {t`Costs`} <Why why={one.actual.why}>{showMoney(one.actual.pence)}</Why>
            </Text>
            <Text>
              {t`Counts`} <Why why={one.counted.why}>{showMoney(one.counted.pence)}</Why>
            </Text>
            <Text>
              {t`Element 2 used`} <Why why={one.element2Used.why}>{showMoney(one.element2Used.pence)}</Why>
            </Text>
            {one.notCounted.pence > 0 && (
              <Text>
                {t`Not counted`} <Why why={one.notCounted.why}>{showMoney(one.notCounted.pence)}</Why>
              </Text>
            )}
            {one.aboveCost.pence > 0 && (
              <Text>
                {t`Counts beyond its cost`}{' '}
                <Why why={one.aboveCost.why}>{showMoney(one.aboveCost.pence)}</Why>
              </Text>
            )}
            <Text>
              {t`Top-up`} <Why why={one.topUp.why}>{showMoney(one.topUp.pence)}</Why>
            </Text>
            <Text>
              {t`Gap `}
              <Why why={one.topUpGap.why}>
                {one.topUpGap.pence > 0 ? showMoney(one.topUpGap.pence) : t`none`}
              </Why>
            </Text>
          </div>
          <div className={styles.bar}>
            <Threshold year={one} />
          </div>
          {[...one.funding.hints, ...one.funding.missing.map((what) => t`top-up needs ${what}`)].map(
            (hint) => (
              <Text key={hint} size={200}>
                {hint.slice(0, 1).toUpperCase() + hint.slice(1)}.
              </Text>
            ),
          )}
          <Text size={200} className={styles.quiet}>
            {one.hasRulebook ? (
              t`Counted by ${one.rules.name}${one.authority ? ` (${one.authority})` : ''}.`
            ) : (
              <>
                {t`No costing rules are entered${one.authority ? t` for ${one.authority}` : ''}: every line counts that is not marked otherwise. `}
                <Link
                  inline
                  href={href({ at: 'school', section: 'costing' })}
                >{t`Write the authority’s rules`}</Link>
              </>
            )}
          </Text>
          {one.wholeYear && one.wholeYear.pence > 0 && (
            <Text size={200}>
              {t`If what runs today ran all year: `}
              <Why why={one.wholeYear.why}>{showMoney(one.wholeYear.pence)}</Why>
            </Text>
          )}
          {one.lines.length > 0 && <CountedLines year={one} caption={t`Lines of the year`} />}
        </>
      ) : (
        <Text className={styles.quiet}>{t`No support falls in this year, and no top-up is recorded.`}</Text>
      )}
      <FundingCards fundings={fundings} bands={records.bands} pupils={records.pupils} pupil={pupil} />
    </section>
  )
}
