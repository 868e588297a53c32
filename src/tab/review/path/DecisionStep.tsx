import { entriesInWords, t } from '../../../words/t.ts'
import {
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { lateness } from '../../../documents/letters/chases.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Chase } from '../../../domain/records/chase.ts'
import { recommendations, Review } from '../../../domain/records/review.ts'
import { showDay, showWeekday } from '../../../domain/rules/day.ts'
import { commentsNotBefore, finalBy, notAmendedBy } from '../../../domain/rules/reviewDates.ts'
import { amends, meetingHeld } from '../../../domain/rules/reviewMoves.ts'
import { appealWindow } from '../../../domain/rules/reviewState.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Why } from '../../../ui/Why.tsx'
import { FamilySummary } from './FamilySummary.tsx'
import { useChaseLetter } from './useChaseLetter.tsx'
import { MarkStep } from './MarkStep.tsx'
import { authorityOwes } from '../../../ui/letters/owed.ts'
import { StepPage } from './StepPage.tsx'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, auto) 1fr',
    gap: '6px 16px',
    margin: 0,
    maxWidth: '720px',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const owedWords = { decision: 'decision', notice: 'notice of changes', finalPlan: 'final plan' } as const

const Owed = ({ file, chases }: { file: ReviewFile; chases: readonly Stored<Chase>[] }) => {
  const styles = useStyles()
  const today = useServices().today()
  const owes = authorityOwes(file, chases, today)
  const { button, card } = useChaseLetter()
  if (!owes) return null
  const { what, owed } = owes
  const late = today > owed.due.day
  const words = owedWords[what]
  return (
    <>
      {late ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t`The authority’s ${words} is ${lateness(owed, today)}.`}</MessageBarTitle>
            {t`It was due on`} <Why why={owed.due.why}>{showWeekday(owed.due.day)}</Why>
            {owed.before.length > 0 && t`; reminded ${owed.before.map(showDay).join(', ')}`}.
          </MessageBarBody>
        </MessageBar>
      ) : (
        <Text>
          {t`The authority’s ${words} is due by`} <Why why={owed.due.why}>{showWeekday(owed.due.day)}</Why>.
        </Text>
      )}
      {late && (
        <div>
          {button(
            { review: file.review.key, what },
            owed.before.length > 0 ? t`Chase again` : t`Write chase letter`,
          )}
        </div>
      )}
      {card}
      {!late && (
        <Text className={styles.quiet}>{t`Once that day has passed, a chase letter is one click here.`}</Text>
      )}
    </>
  )
}

/** What the authority decided, its notice, the time for comments and the final plan; a reminder when it is late. */
export const DecisionStep = ({ file, chases }: { file: ReviewFile; chases: readonly Stored<Chase>[] }) => {
  const styles = useStyles()
  const [decision, setDecision] = useState<Review['decision']>(null)
  const { review } = file
  const { noticeSent, meetingDate } = review
  const comments = noticeSent ? commentsNotBefore(noticeSent) : null
  const final = meetingDate && amends(review) ? finalBy(meetingDate, noticeSent) : null
  const unchanged = noticeSent ? notAmendedBy(noticeSent) : null
  const appeal = appealWindow(review)
  return (
    <StepPage
      title={t`Decision`}
      says={t`The authority decides within four weeks of the meeting, and sends any proposed changes with its decision. The final plan follows within eight weeks of the changes and twelve of the meeting.`}
    >
      <Owed file={file} chases={chases} />
      {meetingHeld(review) && (
        <MarkStep
          file={file}
          act="decision"
          words={t`Record the decision`}
          said={t`Decision recorded`}
          done={t`Decision received`}
          incomplete={decision === null}
          {...(decision ? { more: { decision } } : {})}
        >
          <Field label={t`The authority decided`}>
            <RadioGroup
              value={decision ?? ''}
              onChange={(_, { value }) => setDecision(value as Review['decision'])}
            >
              {entriesInWords(recommendations).map(([code, words]) => (
                <Radio key={code} value={code} label={words} />
              ))}
            </RadioGroup>
          </Field>
        </MarkStep>
      )}
      {review.decisionReceived && (
        <RecordForm
          type={Review}
          record={file.review}
          groups={[
            {
              fields: [
                'decision',
                'decisionReceived',
                ...(amends(review) ? ['noticeSent', 'finalIssued', 'notAmended'] : []),
                ...(appeal ? ['mediationCertificate'] : []),
              ],
            },
          ]}
        />
      )}
      {(amends(review) || appeal) && (
        <dl className={styles.facts}>
          {comments && (
            <>
              <dt>{t`Comments of the family`}</dt>
              <dd>
                {t`may not close before`} <Why why={comments.why}>{showWeekday(comments.day)}</Why>
              </dd>
            </>
          )}
          {final && !review.finalIssued && !review.notAmended && (
            <>
              <dt>{t`Final plan`}</dt>
              <dd>
                {t`due by`} <Why why={final.why}>{showWeekday(final.day)}</Why>
              </dd>
              {unchanged && (
                <>
                  <dt>{t`Or no change after all`}</dt>
                  <dd>
                    {t`told with reasons by`} <Why why={unchanged.why}>{showWeekday(unchanged.day)}</Why>
                  </dd>
                </>
              )}
            </>
          )}
          {appeal && (
            <>
              <dt>{t`Last day to appeal`}</dt>
              <dd>
                <Why why={appeal.why}>{showWeekday(appeal.day)}</Why>
              </dd>
            </>
          )}
        </dl>
      )}
      {amends(review) && !review.notAmended && (
        <MarkStep
          file={file}
          act="final"
          words={t`Mark the final plan as issued`}
          said={t`Final plan recorded`}
          done={t`Final plan issued`}
        />
      )}
      {chases.filter((one) => one.review === review.key && one.what !== 'advice').length > 0 && (
        <section aria-label={t`Reminders sent`}>
          <Text as="h3" weight="semibold" block style={{ margin: '0 0 8px' }}>{t`Reminders sent`}</Text>
          {chases
            .filter((one) => one.review === review.key && one.what !== 'advice')
            .toSorted((a, b) => (a.on < b.on ? -1 : 1))
            .map((one) => (
              <Text key={one.key} block>
                {t`${showDay(one.on)}: ${owedWords[one.what as keyof typeof owedWords]}, to`} {one.to}
                {one.wasDue && t`; was due ${showDay(one.wasDue)}`}
              </Text>
            ))}
        </section>
      )}
      {review.decisionReceived && <FamilySummary file={file} />}
    </StepPage>
  )
}
