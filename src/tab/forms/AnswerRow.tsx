import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { FormRow } from '../../importing/forms/planForm.ts'
import type { KeyOption } from '../../ui/controls/control.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 320px) minmax(0, 1fr)',
    gap: '8px 24px',
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  who: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  answer: { display: 'flex', flexDirection: 'column', paddingBottom: '8px' },
  maybe: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
})

/** One answer as it is shown; `note` says where it stands. */
export type ShownAnswer = {
  readonly key: string
  readonly question: string
  readonly words: string
  readonly note?: string
}

/** The answers of one row of a form: whose they are or who may be meant, and the words as they would be stored. */
export const AnswerRow = ({
  where,
  says = '',
  label,
  match,
  answers,
  options,
  done = null,
  readOnly = false,
  children,
  onDecide,
}: {
  /** Where the row comes from: `Row 4, answer 3, 10/03/2026`. */
  where: string
  /** Whom it says that it is about, in its own words. */
  says?: string
  /** Of the field in which a name is typed: `Whose row 4 is`. */
  label: string
  match: FormRow['match']
  answers: readonly ShownAnswer[]
  options: readonly KeyOption[]
  /** Said where nothing is left to decide. */
  done?: string | null
  readOnly?: boolean
  children?: ReactNode
  /** A pupil’s key; null leaves the row out; undefined takes either back. */
  onDecide: (pupil: string | null | undefined) => void
}) => {
  const styles = useStyles()
  const [choosing, setChoosing] = useState(false)
  const matched = match.is === 'matched' ? match.pupil : null
  const maybe = match.is === 'unmatched' ? match.maybe : []
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text size={200} className={styles.quiet}>
          {where}
        </Text>
        {says && (
          <Text weight="semibold">
            “<Personal>{says}</Personal>”
          </Text>
        )}
        {match.is === 'matched' && !choosing ? (
          <>
            <Text weight="semibold">
              <Personal>
                {options.find(({ key }) => key === matched)?.text ?? t`A pupil not on roll`}
              </Personal>
            </Text>
            <Text size={200} className={styles.quiet}>{t`Matched by ${match.by}`}</Text>
          </>
        ) : (
          <>
            <StatusMark
              status={match.is === 'leftOut' ? 'unknown' : 'dueSoon'}
              word={match.is === 'leftOut' ? t`Left out` : match.is === 'unmatched' ? match.why : t`Choose`}
            />
            {!readOnly && (
              <>
                {maybe.length > 0 && (
                  <div className={styles.maybe}>
                    {maybe.map((key) => (
                      <Button key={key} size="small" onClick={() => onDecide(key)}>
                        <Personal>{options.find((option) => option.key === key)?.text ?? ''}</Personal>
                      </Button>
                    ))}
                  </div>
                )}
                <Text size={200} aria-hidden>{t`Whose it is: type a name`}</Text>
                <TypeAhead
                  label={label}
                  options={options}
                  value={matched}
                  required={false}
                  readOnly={false}
                  onChosen={(key) => {
                    setChoosing(false)
                    onDecide(key ?? undefined)
                  }}
                />
              </>
            )}
          </>
        )}
        {done !== null ? (
          <StatusMark status="done" word={done} />
        ) : (
          !readOnly && (
            <div className={styles.maybe}>
              {matched && !choosing && (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => setChoosing(true)}
                >{t`Somebody else`}</Button>
              )}
              {match.is === 'leftOut' ? (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => onDecide(undefined)}
                >{t`Bring it back`}</Button>
              ) : (
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => onDecide(null)}
                >{t`Leave it out`}</Button>
              )}
            </div>
          )
        )}
        {children}
      </div>
      <div>
        {answers.map(({ key, question, words, note }) => (
          <div key={key} className={styles.answer}>
            <Text size={200} className={styles.quiet}>
              {question}
              {note && ` · ${note}`}
            </Text>
            <Text className={styles.words} dir="auto">
              {words}
            </Text>
          </div>
        ))}
        {answers.length === 0 && <Text className={styles.quiet}>{t`No answer in the columns chosen.`}</Text>}
      </div>
    </li>
  )
}
