import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { saidOf } from '../../domain/fields.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { openQuestions, questionLabel, shortQuestions } from '../../domain/rules/concern.ts'

const useStyles = makeStyles({
  one: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    maxWidth: '760px',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap' },
})

/** What one member of staff said, as they said it. */
export const Said = ({ said, heading }: { said: StaffConcern; heading: ReactNode }) => {
  const styles = useStyles()
  const marks = shortQuestions.flatMap((question) => {
    const answer = said[question]
    return answer === null || answer === 'no' || answer === 'unknown'
      ? []
      : [`${questionLabel(question)}: ${saidOf(StaffConcern.fields[question], answer).toLowerCase()}`]
  })
  const none = shortQuestions.filter((question) => said[question] === 'no').length
  return (
    <div className={styles.one}>
      <Text as="h3" weight="semibold" className={styles.title}>
        {heading}
      </Text>
      {marks.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {none > 0 && (
        <Text className={styles.quiet}>
          {none === 1 ? t`No difficulty in one area` : t`No difficulty in ${none} areas`}
        </Text>
      )}
      {openQuestions.map((question) =>
        said[question] === null ? null : (
          <div key={question}>
            <Text size={200} className={styles.quiet} block>
              {questionLabel(question)}
            </Text>
            <Text className={styles.text}>{said[question]}</Text>
          </div>
        ),
      )}
    </div>
  )
}
