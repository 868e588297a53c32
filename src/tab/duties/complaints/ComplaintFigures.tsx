import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Switch, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { complaintFigures } from '../../../domain/duties/complaintStages.ts'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import type { Complaint } from '../../../domain/records/complaint.ts'
import { complaintWays } from '../../../domain/records/complaintStage.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { narrowRows, narrowTable } from '../../../ui/narrowTable.ts'
import { Why } from '../../../ui/Why.tsx'

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

/** How many complaints there were, by school year and way, how they ended and what came of them. */
export const ComplaintFigures = ({
  complaints,
  context,
}: {
  complaints: readonly Complaint[]
  context: DutyContext
}) => {
  const styles = useStyles()
  const [outside, setOutside] = useState(false)
  const fewest = outside ? setting(context.school ?? undefined, 'fewestShown') : 1
  const lines = complaintFigures(complaints, context, fewest)
  if (lines.length === 0) return null
  const heads = [t`Way`, t`Received`, t`Answered in time`, t`Upheld, or in part`, t`Open`, t`Led to a change`]
  return (
    <section className={styles.part} aria-label={t`Complaints by year`}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>{t`Complaints by year`}</Text>
      <Text
        className={styles.quiet}
      >{t`Each stage counts by itself. A complaint that was right and changed something is worth telling.`}</Text>
      <Switch
        checked={outside}
        label={t`Hide small numbers, for outside the school`}
        onChange={(_, { checked }) => setOutside(checked)}
      />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t`School year`}</th>
            {heads.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.year} ${line.way}`}>
              <th scope="row">{line.year}</th>
              <td data-label={heads[0]}>{inWords(complaintWays[line.way])}</td>
              <td data-label={heads[1]}>
                <Why why={line.why}>{line.received}</Why>
              </td>
              <td data-label={heads[2]}>{line.inTime}</td>
              <td data-label={heads[3]}>{line.upheld}</td>
              <td data-label={heads[4]}>{line.open}</td>
              <td data-label={heads[5]}>{line.learned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
