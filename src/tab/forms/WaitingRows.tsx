import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { waitingRows } from '../../importing/forms/waiting.ts'
import { WaitingAnswer } from '../../domain/records/waitingAnswer.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { AnswerRow } from './AnswerRow.tsx'
import { pupilOptions } from '../../ui/pupilOptions.ts'
import { sentIn } from './sentIn.ts'
import { type Known, openReviews } from './useForms.ts'
import { useWaiting } from './useWaiting.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Answers of earlier forms that matched nobody: kept word for word until somebody says whose they are. */
export const WaitingRows = ({ pupils, reviews, waiting }: Known) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(WaitingAnswer)
  const onRoll = useMemo(() => pupils.filter(({ archived }) => !archived), [pupils])
  const options = useMemo(() => pupilOptions(onRoll), [onRoll])
  const rows = useMemo(() => waitingRows(waiting, onRoll), [waiting, onRoll])
  const open = useMemo(() => openReviews(reviews), [reviews])
  const { decide, busy, troubles } = useWaiting(open)
  if (rows.length === 0) return null
  return (
    <section className={styles.part} aria-label={t`Answers that wait for a name`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {rows.length === 1 ? t`1 row waits for a name` : t`${rows.length} rows wait for a name`}
      </Text>
      <Text
        className={styles.quiet}
      >{t`These answers matched nobody and are in no pupil’s record. They are kept word for word, for whoever reads the SENCO’s site, until you say whose they are or leave them out.`}</Text>
      <ul className={styles.list}>
        {rows.map((row) => {
          const trouble = troubles.get(row.id)
          return (
            <AnswerRow
              key={row.id}
              where={[row.form, row.row, sentIn(row.submitted)].filter(Boolean).join(', ')}
              says={row.says}
              label={t`Whose ${row.row} of ${row.form} is`}
              // A person says it: a match found since is offered first, and not taken by itself.
              match={
                row.match.is === 'matched'
                  ? {
                      is: 'unmatched',
                      why: t`Fits one pupil now, by ${row.match.by}`,
                      maybe: [row.match.pupil],
                    }
                  : row.match
              }
              answers={row.answers.map(({ key, question, words }) => ({
                key,
                question: question ?? '',
                words,
              }))}
              options={options}
              readOnly={!mayWrite || busy === row.id}
              onDecide={(pupil) => pupil !== undefined && void decide(row, pupil)}
            >
              {busy === row.id && <output>{t`Saving`}</output>}
              {trouble && <Text role="alert">{t`Not stored: ${whyNotSaved(trouble)}. Choose again.`}</Text>}
            </AnswerRow>
          )
        })}
      </ul>
    </section>
  )
}
