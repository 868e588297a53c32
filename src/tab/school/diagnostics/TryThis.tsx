import { t } from '../../../words/t.ts'
import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { troubleOf } from '../../../domain/problem.ts'
import { inTheWay } from '../../../ui/diagnostics/line.ts'
import type { Try, TryAnswer } from '../../../ui/diagnostics/tries.ts'
import { useServices } from '../../../ui/services.tsx'

const useStyles = makeStyles({
  one: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '6px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  notes: { width: '100%', maxWidth: '560px' },
})

const buttons = { print: 'Try printing', download: 'Try a download', columns: 'Ask SharePoint' } as const

/** One thing that only a person can try, with what came of it. */
export const TryThis = ({
  given: { id, question, how, act },
  answer,
  onAnswer,
}: {
  given: Try
  answer: TryAnswer
  onAnswer: (answer: TryAnswer) => void
}) => {
  const styles = useStyles()
  const { probes, download } = useServices()
  const [stopped, setStopped] = useState<string | null>(null)
  const attempt = async () => {
    setStopped(null)
    if (act === 'print') window.print()
    if (act === 'download')
      download(
        'goldthread-check.txt',
        new TextEncoder().encode(t`A file came down.
`),
        'text/plain',
      )
    if (act !== 'columns') return
    try {
      onAnswer({ ...answer, said: (await probes.mayChangeColumns('senco')) ? 'yes' : 'no' })
    } catch (thrown) {
      setStopped(inTheWay[troubleOf(thrown).code])
    }
  }
  return (
    <div className={styles.one} role="group" aria-labelledby={`try-${id}`}>
      <Text id={`try-${id}`} weight="semibold">
        {question}
      </Text>
      <Text className={styles.quiet}>{how}</Text>
      {act && <Button onClick={() => void attempt()}>{buttons[act]}</Button>}
      {stopped && <Text role="alert">{stopped}.</Text>}
      <RadioGroup
        layout="horizontal"
        aria-label={question}
        value={answer.said ?? ''}
        onChange={(_, { value }) => onAnswer({ ...answer, said: value as 'yes' | 'no' })}
      >
        <Radio value="yes" label={t`Yes`} />
        <Radio value="no" label={t`No`} />
      </RadioGroup>
      <Field label={t`Notes, without anybody’s name`} className={styles.notes}>
        <Textarea
          resize="vertical"
          value={answer.notes}
          onChange={(_, { value }) => onAnswer({ ...answer, notes: value })}
        />
      </Field>
    </div>
  )
}
