import { t } from '../../words/t.ts'
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { LinkRegular } from '@fluentui/react-icons'
import { saidOf } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import type { Concern } from '../../domain/records/concern.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import {
  type Asked,
  askedWords,
  openQuestions,
  questionLabel,
  shortQuestions,
  tallyOf,
} from '../../domain/rules/concern.ts'
import { showDay } from '../../domain/rules/day.ts'
import { lateWords } from '../../domain/rules/todayParts.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { useSay } from '../../ui/undo.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import { placeOf } from '../routes.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', minWidth: '480px' },
  cell: {
    padding: '8px 12px 8px 0',
    verticalAlign: 'top',
    textAlign: 'left',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    maxWidth: '260px',
    overflowWrap: 'anywhere',
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  marked: { fontWeight: tokens.fontWeightSemibold },
  text: { whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { flexGrow: 1, minWidth: '180px', display: 'flex', flexDirection: 'column' },
})

/** Who was asked and hasn't answered, each with a way to remind them; then all answers side by side. */
export const Answers = ({
  asked,
  concern,
  pupil,
  readOnly,
}: {
  asked: readonly Asked[]
  concern: Stored<Concern>
  pupil: Stored<Pupil>
  readOnly: boolean
}) => {
  const styles = useStyles()
  const services = useServices()
  const { records } = services
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const today = services.today()
  const there = asked.flatMap(({ ask, answer }) => (answer ? [{ ask, answer }] : []))
  const missing = asked.filter(({ answer }) => answer === null)
  if (asked.length === 0)
    return (
      <Text
        className={styles.quiet}
      >{t`Nobody has been asked yet. Each teacher answers the same ten short questions, so that their answers can be put side by side.`}</Text>
    )
  const settle = (ask: Stored<TeacherAsk>, state: 'open' | 'closed') =>
    attempt(async () => {
      const store = records.store(TeacherAsk)
      put(TeacherAsk, await store.update(await store.byKey(ask.key), { state }))
      if (state === 'closed') say(t`${ask.teacher} isn’t waited for`, () => void settle(ask, 'open'))
    })
  const tally = tallyOf(there.map(({ answer }) => answer))
  return (
    <>
      {missing.length > 0 && (
        <ul className={styles.list} aria-label={t`Not answered yet`}>
          {missing.map(({ ask, closed, late }) => (
            <li key={ask.key} className={styles.row}>
              <div className={styles.who}>
                <Text>{ask.teacher}</Text>
                <Text size={200} className={styles.quiet}>
                  {[ask.subject, askedWords(ask, today), ask.due && t`by ${showDay(ask.due)}`]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </div>
              {closed ? (
                <StatusMark status="unknown" word={t`Not waited for`} />
              ) : (
                <StatusMark
                  status={late ? 'overdue' : 'onTrack'}
                  word={late ? lateWords(ask.due!, today) : t`Waiting`}
                />
              )}
              {!readOnly && concern.decision === null && closed && (
                <Button
                  size="small"
                  appearance="subtle"
                  disabled={busy}
                  aria-label={t`Wait for ${ask.teacher} again`}
                  onClick={() => void settle(ask, 'open')}
                >{t`Wait again`}</Button>
              )}
              {!readOnly && concern.decision === null && !closed && (
                <>
                  <Button
                    size="small"
                    icon={<LinkRegular />}
                    aria-label={t`Link to remind ${ask.teacher}`}
                    onClick={() => {
                      services.shareLink(
                        placeOf(services.school.id, { at: 'concerns', key: ask.key }),
                        t`A few short questions`,
                      )
                      say(t`Link ready to send to ${ask.teacher}. It names no pupil.`)
                    }}
                  >{t`Link to remind`}</Button>
                  <Button
                    size="small"
                    appearance="subtle"
                    disabled={busy}
                    aria-label={t`Don’t wait for ${ask.teacher}`}
                    onClick={() => void settle(ask, 'closed')}
                  >{t`Don’t wait`}</Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
      {there.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls is reached by keyboard
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t`Answers side by side`}>
          <table className={styles.table}>
            <caption
              className={styles.quiet}
              style={{ textAlign: 'left', paddingBottom: 8 }}
            >{t`${there.length} of ${asked.filter(({ closed }) => !closed).length} have answered about ${pupil.preferredForename ?? pupil.forename}`}</caption>
            <thead>
              <tr>
                <th scope="col" className={mergeClasses(styles.cell, styles.head)}>{t`Question`}</th>
                {there.map(({ ask, answer }) => (
                  <th key={ask.key} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                    {ask.teacher}
                    <Text size={200} block className={styles.quiet}>
                      {[ask.subject, showDay(answer.on)].filter(Boolean).join(' · ')}
                    </Text>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shortQuestions.map((question) => (
                <tr key={question}>
                  <th scope="row" className={styles.cell}>
                    {questionLabel(question)}
                    <Text size={200} block className={styles.quiet}>
                      {tally[question].of === 0
                        ? t`nobody can say`
                        : t`${tally[question].marked + tally[question].some} of ${tally[question].of} see a difficulty`}
                    </Text>
                  </th>
                  {there.map(({ ask, answer }) => (
                    <td
                      key={ask.key}
                      className={mergeClasses(styles.cell, answer[question] === 'marked' && styles.marked)}
                    >
                      {saidOf(StaffConcern.fields[question], answer[question]) || '–'}
                    </td>
                  ))}
                </tr>
              ))}
              {openQuestions.map((question) => (
                <tr key={question}>
                  <th scope="row" className={styles.cell}>
                    {questionLabel(question)}
                  </th>
                  {there.map(({ ask, answer }) => (
                    <td key={ask.key} className={mergeClasses(styles.cell, styles.text)}>
                      {answer[question] ?? '–'}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
