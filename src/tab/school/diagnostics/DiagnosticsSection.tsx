import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Checks } from '../../../ui/diagnostics/Checks.tsx'
import type { Checked } from '../../../ui/diagnostics/gather.ts'
import { shown } from '../../../ui/diagnostics/line.ts'
import { groupsOf } from '../../../ui/diagnostics/report.ts'
import { openQuestions, tries, type TryAnswer, type TryAnswers } from '../../../ui/diagnostics/tries.ts'
import { answersSoFar, keepAnswer } from './answers.ts'
import { TryThis } from './TryThis.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(200px, 320px) 1fr',
    gap: '6px 16px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
    '@media (max-width: 760px)': { gridTemplateColumns: '1fr', '& dd': { paddingBottom: '8px' } },
  },
})

const empty = { said: null, notes: '' }

/** The checks of the whole installation, what only this school's tenant can answer, and what a person tries by hand. */
export const DiagnosticsSection = () => {
  const styles = useStyles()
  const [answers, setAnswers] = useState(answersSoFar)
  const answered = (id: string, answer: TryAnswer) => {
    keepAnswer(id, answer)
    setAnswers(answersSoFar())
  }
  return (
    <Checks answers={answers}>
      {(checked) => (
        <>
          <section className={styles.part} aria-label={t`What only your tenant can answer`}>
            <Text
              as="h3"
              size={400}
              weight="semibold"
              className={styles.title}
            >{t`What only your tenant can answer`}</Text>
            <dl className={styles.facts}>
              {openQuestions.map(({ question, answer }) => (
                <div key={question} style={{ display: 'contents' }}>
                  <dt>{question}</dt>
                  <dd>{answerTo(answer, checked, answers)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className={styles.part} aria-label={t`Try this`}>
            <Text as="h3" size={400} weight="semibold" className={styles.title}>{t`Try this`}</Text>
            {tries.map((each) => (
              <TryThis
                key={each.id}
                given={each}
                answer={answers[each.id] ?? empty}
                onAnswer={(answer) => answered(each.id, answer)}
              />
            ))}
          </section>
        </>
      )}
    </Checks>
  )
}

const saidWords = { yes: 'Yes, as tried below', no: 'No, as tried below' } as const

const answerTo = (id: string, checked: Checked, answers: TryAnswers): string => {
  const line = groupsOf(checked, shown)
    .flatMap(({ lines }) => lines)
    .find((each) => each.id === id)
  if (line) return `${line.what}: ${line.result}`
  const said = answers[id]?.said
  return said ? saidWords[said] : t`Not told yet: try it below`
}
