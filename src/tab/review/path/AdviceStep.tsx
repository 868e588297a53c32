import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { addresseeOf } from '../../../documents/letters/addressees.ts'
import { chaseAdvice } from '../../../documents/letters/chaseAdvice.ts'
import type { Addressee } from '../../../documents/letters/letter.ts'
import { batchOf } from '../../../documents/letters/letters.ts'
import { type ReviewFile, settingsOfFile } from '../../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../../documents/reviewPlaces.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Chase } from '../../../domain/records/chase.ts'
import { Contributor, contributorRoles, toBeNamed } from '../../../domain/records/contributor.ts'
import { Review } from '../../../domain/records/review.ts'
import { addDays, type Day, latest, showDay } from '../../../domain/rules/day.ts'
import { circulateBy } from '../../../domain/rules/reviewDates.ts'
import { marked } from '../../../domain/rules/reviewActMarks.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { DayField } from './DayField.tsx'
import { Letters } from './Letters.tsx'
import { adviceOwed } from '../../../ui/letters/owed.ts'
import { chaseRows } from '../../../ui/letters/chaseRows.ts'
import { StepPage } from './StepPage.tsx'
import { factsOf } from './steps.ts'
import { useChanges } from './useChanges.ts'
import { useLogChases } from './useChases.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  end: { marginLeft: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** When advice is asked for by default: a week before the papers go out, or the last day that still serves. */
const usualDue = (file: ReviewFile, today: Day): Day => {
  const { meetingDate } = file.review
  if (!meetingDate) return addDays(today, 28)
  const papers = circulateBy(meetingDate, settingsOfFile(file)).day
  return latest(addDays(papers, -7), addDays(today, 7) < papers ? addDays(today, 7) : papers)
}

/** Asking for advice, what is in, and reminding those who owe it. */
export const AdviceStep = ({ file, chases }: { file: ReviewFile; chases: readonly Stored<Chase>[] }) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Contributor)
  const { change, trouble } = useChanges()
  const { log, trouble: notLogged } = useLogChases()
  const [due, setDue] = useState<Day | null>(() => usualDue(file, today))
  const { review } = file
  const papers = review.meetingDate ? circulateBy(review.meetingDate, settingsOfFile(file)) : null
  const people = contributorsInOrder(file).filter(({ role }) => role !== 'senco')
  const unasked = people.filter((one) => !one.adviceAsked && !one.adviceReceived)
  // The SENCO's own advice counts as everybody's does; only letters don't go to herself.
  const asked = contributorsInOrder(file).filter((one) => one.adviceAsked || one.adviceReceived)
  const missing = asked.flatMap((one) => {
    const owed = adviceOwed(one, file, chases)
    return owed ? [{ one, owed, to: addresseeOf(one, file, today) }] : []
  })
  const late = new Set(missing.filter(({ owed }) => owed.due.day < today).map(({ one }) => one.key))
  const owing = missing.filter(({ one }) => one.role !== 'senco')
  const lateLetters = owing.filter(({ one }) => late.has(one.key)).length
  const withDue = (chosen: readonly Addressee[]): ReviewFile => {
    const keys = new Set(chosen.map(({ key }) => key))
    return {
      ...file,
      contributors: file.contributors.map((one) =>
        keys.has(one.key) ? { ...one, adviceDue: one.adviceDue ?? due } : one,
      ),
    }
  }
  const markAsked = (chosen: readonly Addressee[]) => {
    const keys = new Set(chosen.map(({ key }) => key))
    const stage = marked('advice', factsOf(file, today), { on: today })
    void change(
      [
        ...unasked
          .filter((one) => keys.has(one.key) && one.name !== toBeNamed)
          .map((stored) => ({
            type: Contributor,
            stored,
            changes: { adviceAsked: today, adviceDue: stored.adviceDue ?? due },
          })),
        ...('changes' in stage && stage.changes.stage !== review.stage && review.invitationsSent
          ? [{ type: Review, stored: review, changes: stage.changes }]
          : []),
      ],
      t`Marked as asked`,
    )
  }
  const owedOf = (to: Addressee) => owing.find((one) => one.to.key === to.key)!.owed
  return (
    <StepPage
      title={t`Advice`}
      says={
        <>
          {asked.length > 0
            ? t`${asked.filter((one) => one.adviceReceived).length} of ${asked.length} in. `
            : t`Nobody has been asked for advice yet. `}
          {papers && (
            <>
              {t`It goes to everybody by`} <Why why={papers.why}>{showDay(papers.day)}</Why>.
            </>
          )}
        </>
      }
    >
      {asked.length > 0 && (
        <ul className={styles.list}>
          {asked.map((one) => {
            const reminded = chases.filter(
              (chase) => chase.contributor === one.key && chase.what === 'advice',
            )
            return (
              <li key={one.key} className={styles.row}>
                <div className={styles.head}>
                  <StatusMark
                    status={one.adviceReceived ? 'done' : late.has(one.key) ? 'overdue' : 'onTrack'}
                    word={one.adviceReceived ? t`In` : late.has(one.key) ? t`Late` : t`Asked for`}
                  />
                  <span>
                    <Personal>{one.name}</Personal>{' '}
                    <Text size={200} className={styles.quiet}>
                      {[
                        inWords(contributorRoles[one.role]),
                        one.adviceAsked && t`asked ${showDay(one.adviceAsked)}`,
                        !one.adviceReceived && one.adviceDue && t`due ${showDay(one.adviceDue)}`,
                        reminded.length > 0 &&
                          t`reminded ${reminded.map(({ on }) => showDay(on)).join(', ')}`,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </span>
                  {!one.adviceReceived && mayWrite && (
                    <Button
                      size="small"
                      className={styles.end}
                      aria-label={t`It is in: ${inWords(contributorRoles[one.role])}`}
                      onClick={() =>
                        void change(
                          [{ type: Contributor, stored: one, changes: { adviceReceived: today } }],
                          t`Marked as received`,
                        )
                      }
                    >{t`It is in`}</Button>
                  )}
                </div>
                {one.adviceReceived && (
                  <RecordForm
                    type={Contributor}
                    record={one}
                    groups={[{ fields: ['adviceReceived', 'adviceTitle'] }]}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {unasked.length > 0 && (
        <>
          <DayField label={t`Wanted by`} value={due} onValue={setDue} />
          <Letters
            file={file}
            title={t`Letters asking for advice`}
            kind="advice"
            people={unasked.map((one) => addresseeOf(one, file, today))}
            ticked={(to) => to.as !== 'child'}
            batchOf={(chosen) => batchOf('advice', withDue(chosen), chosen, today)}
            mark={{ words: (count) => t`Mark ${count} as asked today`, onMark: markAsked }}
          />
        </>
      )}
      {owing.length > 0 && (
        <Letters
          file={file}
          title={t`Chase ${lateLetters > 0 ? lateLetters : owing.length}`}
          kind="chaseAdvice"
          people={owing.map(({ to }) => to)}
          ticked={(to) => lateLetters === 0 || (to.key !== null && late.has(to.key))}
          batchOf={(chosen) => ({
            kind: 'chaseAdvice',
            file,
            today,
            letters: chosen.map((to) => ({ to, body: chaseAdvice(owedOf(to)) })),
          })}
          onGone={(chosen, fileName) =>
            void log(
              chaseRows(
                { pupil: file.pupil.key, review: review.key, what: 'advice' },
                chosen.map((to) => ({ to, owed: owedOf(to) })),
                today,
                fileName,
              ),
            )
          }
        />
      )}
      {(trouble ?? notLogged) && (
        <Text role="alert">{t`Not saved: ${whyNotSaved((trouble ?? notLogged)!)}. Press the button again.`}</Text>
      )}
    </StepPage>
  )
}
