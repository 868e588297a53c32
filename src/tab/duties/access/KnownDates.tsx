import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Value } from '../../../domain/fields.ts'
import { ExamDate } from '../../../domain/records/examDate.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { examTests, sureness } from '../../../domain/rules/examCodes.ts'
import { comingDate, type KnownDate, knownDates } from '../../../domain/rules/examRules.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '860px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 320px', minWidth: 0 },
})

const months: Readonly<Record<number, string>> = { 5: t`May`, 6: t`June` }

/** Days of earlier years that are still offered: the ones whose season has no row of that name yet. */
export const KnownDates = ({ rows }: { rows: readonly Pick<ExamDate, 'what' | 'season'>[] }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(ExamDate)
  const [taking, setTaking] = useState<KnownDate | null>(null)
  const offered = knownDates.flatMap((known) => {
    const coming = comingDate(known, today)
    const season = `${months[coming.month] ?? ''} ${coming.year}`.trim()
    return rows.some((row) => row.what === known.what && row.season === season)
      ? []
      : [{ known, season, day: coming.day }]
  })
  if (!mayWrite || offered.length === 0) return null
  const chosen = offered.find(({ known }) => known === taking)
  return (
    <section className={styles.part} aria-label={t`Days of earlier years`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Days of earlier years`}</Text>
      <Text className={styles.quiet}>
        {t`A beginning for this season’s table. None of these is said to hold this year: look each up where it is written, then say how sure it is.`}
      </Text>
      {chosen && (
        <AddForm
          key={chosen.known.what}
          type={ExamDate}
          title={t`Add this deadline`}
          given={
            {
              what: chosen.known.what,
              tests: chosen.known.tests,
              season: chosen.season,
              day: chosen.day,
              source: chosen.known.source,
              sure: chosen.known.sure,
            } as Readonly<Record<string, Value>>
          }
          fields={['what', 'season', 'day', 'source', 'sure']}
          onClose={() => setTaking(null)}
        />
      )}
      <ul className={styles.list}>
        {offered.map(({ known, season, day }) => (
          <li key={known.what} className={styles.row}>
            <span className={styles.words}>
              <Text>{known.what}</Text>
              <Text className={styles.quiet}>
                {[
                  inWords(examTests[known.tests]),
                  season,
                  day ? t`as in earlier years: ${showDay(day)}` : t`another day each year`,
                  known.source,
                  inWords(sureness[known.sure]),
                ].join(' · ')}
              </Text>
            </span>
            <Button
              size="small"
              icon={<AddRegular />}
              aria-label={t`Add: ${known.what}`}
              onClick={() => setTaking(known)}
            >{t`Add`}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
