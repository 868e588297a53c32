import { inWords, t } from '../../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../../domain/record.ts'
import type { Pupil } from '../../../../domain/records/pupil.ts'
import { yearGroups } from '../../../../domain/rules/codes.ts'
import { showDay } from '../../../../domain/rules/day.ts'
import { byKey } from '../../../../domain/rules/impact.ts'
import { showAgeOf } from '../../../../domain/rules/scoring.ts'
import { sayNotice, sayReason } from '../../../../importing/report.ts'
import type {
  ScoreOutcome,
  ScorePlan,
  ScoreRow,
  ScoresExisting,
} from '../../../../importing/scores/scorePlan.ts'
import { refusedCsv } from '../../../../importing/scores/scoreReport.ts'
import { Personal } from '../../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../../ui/services.tsx'
import { PreviewRows } from '../../../importing/PreviewRows.tsx'

const words: Record<ScoreOutcome, string> = {
  new: t`To store`,
  unchanged: t`There already`,
  refused: t`Not taken`,
}
const order: readonly ScoreOutcome[] = ['refused', 'new', 'unchanged']

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  maybe: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', marginTop: '4px' },
})

/** Row by row what the import would do, those not taken first; a row in doubt offers who may be meant. */
export const ScorePreview = ({
  plan,
  name,
  existing,
  onPupil,
}: {
  plan: ScorePlan
  name: string
  existing: ScoresExisting
  onPupil: (row: number, pupil: string) => void
}) => {
  const { download } = useServices()
  const pupils = byKey(existing.pupils)
  const tools = byKey(existing.tools)
  return (
    <PreviewRows
      rows={plan.rows}
      counts={plan.counts}
      order={order}
      words={words}
      show={(row) => <PreviewRow row={row} pupils={pupils} tools={tools} onPupil={onPupil} />}
      more={
        plan.counts.refused > 0
          ? t`those not taken are all in the file below`
          : t`all of them are in your file`
      }
      download={
        plan.counts.refused > 0
          ? { words: t`Download the rows not taken`, run: () => downloadRefused(download, name, plan) }
          : null
      }
    />
  )
}

/** The rows that were not taken as a file of their own, to be mended and imported again. */
export const downloadRefused = (
  download: ReturnType<typeof useServices>['download'],
  name: string,
  plan: ScorePlan,
): void =>
  download(
    t`Not taken ${name.replace(/\.[^.]*$/, '')}.csv`,
    new TextEncoder().encode(refusedCsv(plan)),
    'text/csv',
  )

const whoWords = ({ forename, preferredForename, surname, yearGroup, dateOfBirth }: Pupil) =>
  [
    `${preferredForename ?? forename} ${surname}`,
    yearGroup && inWords(yearGroups[yearGroup]),
    t`born ${showDay(dateOfBirth)}`,
  ]
    .filter(Boolean)
    .join(', ')

const PreviewRow = ({
  row,
  pupils,
  tools,
  onPupil,
}: {
  row: ScoreRow
  pupils: ReadonlyMap<string, Stored<Pupil>>
  tools: ReadonlyMap<string, { readonly name: string }>
  onPupil: (row: number, pupil: string) => void
}) => {
  const styles = useStyles()
  const who = row.pupil === null ? undefined : pupils.get(row.pupil)
  return (
    <>
      <Text weight="semibold">{t`Row ${row.row}`}</Text>{' '}
      {who && (
        <Personal>
          {who.preferredForename ?? who.forename} {who.surname}
        </Personal>
      )}
      {row.outcome === 'new' && <Text block>{scoreWords(row, tools)}</Text>}
      {row.outcome === 'refused' && (
        <>
          {row.reasons.map((reason) => (
            <Text key={sayReason(reason)} block>
              {sayReason(reason)}
            </Text>
          ))}
          {row.maybe.length > 0 && (
            <div className={styles.maybe}>
              <Text size={200}>{t`Is it:`}</Text>
              {row.maybe.flatMap((key) => {
                const one = pupils.get(key)
                return one
                  ? [
                      <Button key={key} size="small" onClick={() => onPupil(row.row, key)}>
                        <Personal>{whoWords(one)}</Personal>
                      </Button>,
                    ]
                  : []
              })}
            </div>
          )}
        </>
      )}
      {row.notices.map((notice) => (
        <Text key={sayNotice(notice)} block size={200} className={styles.quiet}>
          {sayNotice(notice)}
        </Text>
      ))}
    </>
  )
}

const scoreWords = (
  { score: { record } }: ScoreRow & { outcome: 'new' },
  tools: ReadonlyMap<string, { readonly name: string }>,
): string =>
  [
    `${tools.get(record.tool)?.name ?? ''}, ${showDay(record.day)}`,
    record.form && t`form ${record.form}`,
    record.raw !== null && t`raw ${record.raw}`,
    record.standardised !== null && t`standardised ${record.standardised}`,
    showAgeOf(record) && t`age ${showAgeOf(record)}`,
    record.percentile !== null && t`percentile ${record.percentile}`,
    record.value !== null && t`points ${record.value}`,
  ]
    .filter(Boolean)
    .join(' · ')
