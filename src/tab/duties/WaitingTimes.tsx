import { t } from '../../words/t.ts'
import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { DutyContext } from '../../domain/duties/duty.ts'
import { waitingTimes } from '../../domain/duties/waitingTimes.ts'
import type { Stored } from '../../domain/record.ts'
import type { Referral } from '../../domain/records/referral.ts'
import { setting } from '../../domain/rules/settings.ts'
import { narrowRows, narrowTable } from '../../ui/narrowTable.ts'
import { Why } from '../../ui/Why.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '900px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      padding: '6px 16px 6px 4px',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontVariantNumeric: 'tabular-nums',
    },
    '& thead th': { color: tokens.colorNeutralForeground2 },
    [narrowTable]: narrowRows,
  },
})

/** How long services take from the sending until the pupil is seen. */
export const WaitingTimes = ({
  referrals,
  context,
}: {
  referrals: readonly Stored<Referral>[]
  context: DutyContext
}) => {
  const styles = useStyles()
  const [outside, setOutside] = useState(false)
  const fewest = outside ? setting(context.school ?? undefined, 'fewestShown') : 1
  const lines = waitingTimes(referrals, context.today, fewest)
  if (lines.length === 0) return null
  const heads = [t`Seen`, t`Half were seen within`, t`Longest`, t`Still waiting`, t`Longest so far`]
  return (
    <section className={styles.part} aria-label={t`How long it takes`}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>{t`How long it takes`}</Text>
      <Text
        className={styles.quiet}
      >{t`Calendar days from the day a referral was sent until the pupil was first seen. Few pupils say little about a service.`}</Text>
      <Switch
        checked={outside}
        label={t`Hide small numbers, for outside the school`}
        onChange={(_, { checked }) => setOutside(checked)}
      />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t`Service`}</th>
            {heads.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.service}>
              <th scope="row">{context.nameOf('Service', line.service) ?? t`A service that is archived`}</th>
              <td data-label={heads[0]}>{line.seen}</td>
              <td data-label={heads[1]}>
                <Why why={line.why}>{line.median}</Why>
              </td>
              <td data-label={heads[2]}>{line.longest}</td>
              <td data-label={heads[3]}>{line.waiting}</td>
              <td data-label={heads[4]}>{line.longestNow}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
