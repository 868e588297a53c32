import { t } from '../../../words/t.ts'
import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { DocumentArrowDownRegular, PrintRegular, TableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { ExamArrangement } from '../../../domain/records/examArrangement.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import type { DocumentContent } from '../../../documents/blocks.ts'
import { candidateLines, candidatesOf, examCandidates } from '../../../documents/examCandidates.ts'
import { listWorkbook } from '../../../documents/listWorkbook.ts'
import { docxType } from '../../../documents/word/names.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import type { Passed } from '../../../ui/disclosure/passOn.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { PrintBlocks } from '../../../ui/papers/PrintBlocks.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { passingList } from '../../register/passingList.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '760px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  season: { maxWidth: '240px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type Way = 'word' | 'excel' | 'print'
type Props = { arrangements: readonly Stored<ExamArrangement>[] }

/** The list of candidates that the exams office works from: of a season, for Word, Excel or the printer. */
export const CandidateList = ({ arrangements }: Props) => {
  const styles = useStyles()
  return (
    <section className={styles.part} aria-label={t`List of candidates`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`List of candidates`}</Text>
      <Loaded queries={[useAll(Pupil), useSchool()]} shape={<Waiting />}>
        {(pupils, school) => <Ways arrangements={arrangements} pupils={pupils.records} school={school} />}
      </Loaded>
    </section>
  )
}

const Ways = ({
  arrangements,
  pupils,
  school,
}: Props & {
  pupils: readonly Stored<Pupil>[]
  school: Parameters<typeof examCandidates>[0]['school']
}) => {
  const styles = useStyles()
  const services = useServices()
  const say = useSay()
  const [chosen, setChosen] = useState('')
  const [way, setWay] = useState<Way | null>(null)
  const [printed, setPrinted] = useState<DocumentContent | null>(null)
  const today = services.today()
  const seasons = [
    ...new Set(arrangements.flatMap(({ season }) => (season === null ? [] : [season]))),
  ].toSorted()
  const season = chosen === '' ? null : chosen
  const rows = candidatesOf(arrangements, pupils, season)
  const candidates = [...new Map(rows.map(({ pupil }) => [pupil.key, pupil])).values()]
  const { head, lines } = candidateLines(rows)
  const title = season === null ? t`Exam arrangements` : t`Exam arrangements ${season}`
  const content = () => examCandidates({ rows, season, school, schoolName: services.school.name, today })
  const go = async (to: Way): Promise<Passed> => {
    if (to === 'print') {
      setPrinted(content())
      return { words: t`Given to the printer.` }
    }
    if (to === 'word') {
      const { docxFor } = await import('../../../ui/design.ts')
      services.download(`${title} ${today}.docx`, await docxFor(services, content()), docxType)
    } else {
      const { xlsxBytes, xlsxType } = await import('../../../documents/xlsx/xlsx.ts')
      const book = listWorkbook({
        title,
        author: services.school.name,
        about: t`${counted(rows.length, 'arrangement')}, as recorded on ${showDay(today)}`,
        head,
        lines,
        foot: t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`,
      })
      services.download(`${title} ${today}.xlsx`, await xlsxBytes(book, services.now()), xlsxType)
    }
    return { words: t`Exported. Keep the file where only the right people see it.` }
  }
  return (
    <>
      <Text className={styles.quiet}>
        {rows.length === 0
          ? t`Nobody has an arrangement here yet.`
          : t`${counted(candidates.length, 'candidate')} with ${counted(rows.length, 'arrangement')}: what, in which subjects, agreed or not, room and staff, and room to write what was used.`}
      </Text>
      {seasons.length > 0 && (
        <Field label={t`Season`} className={styles.season}>
          <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
            <option value="">{t`All seasons`}</option>
            {seasons.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <div className={styles.buttons}>
        <Button
          icon={<DocumentArrowDownRegular />}
          disabled={rows.length === 0}
          onClick={() => setWay('word')}
        >{t`Candidates for Word`}</Button>
        <Button
          icon={<TableRegular />}
          disabled={rows.length === 0}
          onClick={() => setWay('excel')}
        >{t`Candidates for Excel`}</Button>
        <Button
          icon={<PrintRegular />}
          disabled={rows.length === 0}
          onClick={() => setWay('print')}
        >{t`Print candidates`}</Button>
      </div>
      {way && (
        <PassOn
          key={way}
          passing={passingList({
            title: way === 'print' ? t`Print the list of candidates` : t`Export the list of candidates`,
            did: way === 'print' ? 'printed' : 'exported',
            what: t`List of candidates`,
            verb: way === 'print' ? t`Print` : t`Export`,
            pupils: candidates,
            lines: [head, ...lines],
            go: () => go(way),
          })}
          onDone={({ words }) => {
            say(words)
            setWay(null)
          }}
          onClose={() => setWay(null)}
        />
      )}
      {printed && <PrintBlocks content={printed} onDone={() => setPrinted(null)} />}
    </>
  )
}
