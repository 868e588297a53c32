import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { saidByTeachers, type TeacherWord } from '../../../domain/duties/teacherWords.ts'
import { ExamEvidence } from '../../../domain/records/examEvidence.ts'
import { StaffConcern } from '../../../domain/records/staffConcern.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useOfPupil } from './useExamFile.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '860px', paddingBottom: '20px' },
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

/** What teachers said of a pupil in answer to the short questions, to be taken over as evidence, word for word. */
export const TeacherWords = ({ pupil }: { pupil: string }) => {
  const mayWrite = useMayWrite(ExamEvidence)
  const queries = [useOfPupil(StaffConcern, pupil), useOfPupil(ExamEvidence, pupil)] as const
  if (!mayWrite) return null
  return (
    <Loaded queries={queries} shape={null}>
      {(said, evidence) => {
        const words = saidByTeachers(said.records, evidence.records)
        return words.length === 0 ? null : <Offered words={words} pupil={pupil} />
      }}
    </Loaded>
  )
}

const Offered = ({ words, pupil }: { words: readonly TeacherWord[]; pupil: string }) => {
  const styles = useStyles()
  const [taking, setTaking] = useState<string | null>(null)
  const chosen = words.find(({ key }) => key === taking)
  return (
    <section className={styles.part} aria-label={t`What teachers have said`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`What teachers have said`}</Text>
      <Text className={styles.quiet}>
        {t`Answers to your short questions that say how the pupil works. Take over what is evidence for exams: the words stay the teacher’s.`}
      </Text>
      {chosen && (
        <AddForm
          key={chosen.key}
          type={ExamEvidence}
          title={t`Take over as evidence`}
          given={{ pupil, source: 'teacher', day: chosen.day, by: chosen.by, seen: chosen.seen }}
          fields={['day', 'by', 'subject', 'arrangement', 'seen']}
          onClose={() => setTaking(null)}
        />
      )}
      <ul className={styles.list}>
        {words.map((one) => (
          <li key={one.key} className={styles.row}>
            <span className={styles.words}>
              <Text>
                <Personal>{one.seen}</Personal>
              </Text>
              <Text className={styles.quiet}>{`${one.by}, ${showDay(one.day)}`}</Text>
            </span>
            <Button
              size="small"
              icon={<AddRegular />}
              aria-label={t`Take over: ${one.by}, ${showDay(one.day)}`}
              onClick={() => setTaking(one.key)}
            >{t`Take over`}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
