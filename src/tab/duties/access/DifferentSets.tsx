import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { showCount } from '../../../domain/counted.ts'
import { useState } from 'react'
import { disabilitySets } from '../../../domain/duties/disabilitySets.ts'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Adjustment } from '../../../domain/records/adjustment.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { ShowAll } from './ShowAll.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '760px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  table: {
    borderCollapse: 'collapse',
    width: 'fit-content',
    '& th, & td': {
      textAlign: 'left',
      padding: '6px 24px 6px 4px',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontVariantNumeric: 'tabular-nums',
    },
  },
  list: { margin: 0, paddingLeft: '20px' },
})

const few = 12

/** Disability beside SEN, who is disabled without an adjustment written down, and what adjustments cost the school. */
export const DifferentSets = ({
  adjustments,
  context,
}: {
  adjustments: readonly Stored<Adjustment>[]
  context: DutyContext
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const [all, setAll] = useState(false)
  const cost = adjustments.reduce(
    (sum, { cost: one, endedOn }) => sum + (endedOn === null ? (one ?? 0) : 0),
    0,
  )
  return (
    <section className={styles.part} aria-label={t`Disability and SEN`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Disability and SEN`}</Text>
      <Text className={styles.quiet}>
        {t`Two different sets: a pupil may be disabled without SEN, and have SEN without being disabled. Whether a pupil is disabled, who says so and since when stands under Details of the pupil.`}
      </Text>
      <Loaded queries={[useAll(Pupil)]} shape={<Waiting />}>
        {(pupils) => {
          const sets = disabilitySets(pupils.records, adjustments, context.today)
          const figures: readonly (readonly [string, number])[] = [
            [t`Disabled, with SEN`, sets.both.length],
            [t`Disabled, without SEN`, sets.disabledOnly.length],
            [t`SEN, not disabled`, sets.senOnly.length],
            [t`SEN, not written down whether disabled`, sets.senNotAsked.length],
            [t`Disabled, not written down who says so`, sets.withoutSource.length],
          ]
          return (
            <>
              <table className={styles.table}>
                <tbody>
                  {figures.map(([words, count]) => (
                    <tr key={words}>
                      <th scope="row">{words}</th>
                      <td>{showCount(count)}</td>
                    </tr>
                  ))}
                  <tr>
                    <th scope="row">{t`Cost of adjustments that have not ended`}</th>
                    <td>{showMoney(cost)}</td>
                  </tr>
                </tbody>
              </table>
              {sets.withoutAdjustment.length > 0 && (
                <>
                  <Text weight="semibold">{t`Disabled, and no adjustment is written down`}</Text>
                  <ul className={styles.list}>
                    {sets.withoutAdjustment.slice(0, all ? undefined : few).map((pupil) => (
                      <li key={pupil.key}>
                        <Link href={href({ at: 'pupil', key: pupil.key, section: 'access' })}>
                          <PupilName pupil={pupil} />
                        </Link>
                      </li>
                    ))}
                  </ul>
                  {!all && sets.withoutAdjustment.length > few && (
                    <ShowAll count={sets.withoutAdjustment.length} onClick={() => setAll(true)} />
                  )}
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
