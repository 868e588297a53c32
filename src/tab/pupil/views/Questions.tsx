import { inWords, t } from '../../../words/t.ts'
import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { derivedKey } from '../../../domain/derivedKey.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { calledName, type Pupil } from '../../../domain/records/pupil.ts'
import { Question, questionPages } from '../../../domain/records/question.ts'
import { pageFor, type QuestionPage, questionsOf, usualQuestions } from '../../../domain/rules/questions.ts'
import { PassOn } from '../../../ui/disclosure/PassOn.tsx'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'
import { type Leaving, questionsPassing } from './passing.ts'
import { PrintQuestions, QuestionSheet } from './QuestionsOnPaper.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '14px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'flex-end' },
  sheet: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: '24px',
    maxWidth: '760px',
    // As it lies on paper, whatever the theme.
    backgroundColor: '#fff',
    color: '#000',
    '@media (max-width: 640px)': { padding: '14px' },
  },
})

/** A page of questions for this child or for the parents: chosen by age, to print, in the school’s own words. */
export const Questions = ({ pupil }: { pupil: Stored<Pupil> }) => (
  <Loaded queries={[useAll(Question)]} shape={<Waiting />}>
    {({ records }) => <Page pupil={pupil} own={records} />}
  </Loaded>
)

const Page = ({ pupil, own }: { pupil: Stored<Pupil>; own: readonly Stored<Question>[] }) => {
  const styles = useStyles()
  const services = useServices()
  const { today, records, school } = services
  const say = useSay()
  const put = usePutStored()
  const mayWrite = useMayWrite(Question)
  const [page, setPage] = useState<QuestionPage>(() => pageFor(pupil, today()))
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  // Each printing is a turn of its own: not every host says when its printing has ended.
  const [turn, setTurn] = useState(0)
  const [prints, setPrints] = useState(false)
  const [edits, setEdits] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const questions = questionsOf(page, own)
  const mine = own
    .filter((question) => question.page === page)
    .toSorted((a, b) => (a.order ?? 1_001) - (b.order ?? 1_001))
  const name = calledName(pupil)

  /** The usual questions become the school’s own rows, once for everybody who begins to change them. */
  const change = async () => {
    setTrouble(null)
    try {
      if (mine.length === 0) {
        const rows = usualQuestions[page].map((question, i) => ({
          key: derivedKey('0'.repeat(26), Question.name, page, String(i)),
          record: blank(Question, { ...question, page, order: (i + 1) * 10 }),
        }))
        for (const row of await records.store(Question).createMany(rows)) {
          if (row.outcome === 'refused') throw row.problem
          put(Question, row.record)
        }
      }
      setEdits(true)
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  return (
    <section className={styles.all} aria-label={t`Questions to print`}>
      <div className={styles.bar}>
        <Field label={t`For`}>
          <Select
            value={page}
            onChange={(_, { value }) => {
              setEdits(false)
              setLeaving(null)
              setPage(value as QuestionPage)
            }}
          >
            {Object.entries(questionPages).map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          appearance="primary"
          icon={<PrintRegular />}
          onClick={() => setLeaving('printed')}
        >{t`Print the page`}</Button>
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => setLeaving('downloaded')}
        >{t`Download for Word`}</Button>
        {mayWrite && (
          <Button onClick={() => (edits ? setEdits(false) : void change())}>
            {edits ? t`Done with the questions` : t`Change the questions`}
          </Button>
        )}
      </div>
      {leaving && (
        <PassOn
          key={leaving}
          passing={questionsPassing(
            leaving,
            { page, questions, pupil, schoolName: school.name, today: today() },
            services,
            () => {
              setTurn((now) => now + 1)
              setPrints(true)
            },
          )}
          onDone={({ words }) => {
            setLeaving(null)
            say(words)
          }}
          onClose={() => setLeaving(null)}
        />
      )}
      {trouble && <TroubleNotice trouble={trouble} retry={() => void change()} />}
      {edits && (
        <>
          <Text>{t`These are the school’s questions: a change holds for every child.`}</Text>
          <RecordCards
            type={Question}
            records={mine}
            summary={(question) => (
              <TwoLines
                first={question.text}
                second={[
                  inWords(Question.fields.answer.choices[question.answer]),
                  question.symbol && inWords(Question.fields.symbol.choices[question.symbol]),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            )}
            groups={[{ fields: ['text', 'answer', 'symbol', 'order'] }]}
            add={{
              words: t`Add a question`,
              given: { page, answer: 'lines', order: Math.min((mine.at(-1)?.order ?? 0) + 10, 1_000) },
              fields: ['text', 'answer', 'symbol'],
            }}
            empty={{ title: t`No question left`, todo: t`The usual questions are used until you add some.` }}
          />
        </>
      )}
      <div className={styles.sheet}>
        <QuestionSheet page={page} questions={questions} name={name} />
      </div>
      {prints && (
        <PrintQuestions
          key={turn}
          page={page}
          questions={questions}
          name={name}
          onDone={() => setPrints(false)}
        />
      )}
    </section>
  )
}
