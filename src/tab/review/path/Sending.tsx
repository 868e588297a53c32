import { t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { addresseeOf } from '../../../documents/letters/addressees.ts'
import { letterKinds } from '../../../documents/letters/letter.ts'
import { batchOf, type PlainKind } from '../../../documents/letters/letters.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { Stored } from '../../../domain/record.ts'
import { type Contributor, toBeNamed } from '../../../domain/records/contributor.ts'
import type { Day } from '../../../domain/rules/day.ts'
import type { ReviewAct } from '../../../domain/rules/reviewActs.ts'
import { useMayGo } from '../../../ui/letters/useContactAnswers.ts'
import { useServices } from '../../../ui/services.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { Letters } from './Letters.tsx'
import { MarkStep } from './MarkStep.tsx'
import { type Change, useChanges } from './useChanges.ts'
import { useStepStyles } from './stepStyles.ts'

type People = readonly Stored<Contributor>[]

/**
 * Something that goes to everybody at a review: a letter for each, then one button that says that it went, on which
 * day, and to whom. Nobody with a contact restriction is marked before somebody answered that it may go.
 */
export const Sending = ({
  file,
  act,
  kind,
  title,
  people,
  aboutMeeting = false,
  toChild = false,
  sentTo,
  later,
  words,
  said,
  done,
}: {
  file: ReviewFile
  act: Extract<ReviewAct, 'invite' | 'circulate' | 'report'>
  kind: PlainKind
  title: string
  people: People
  aboutMeeting?: boolean
  /** Whether a child who isn't invited in their own right is ticked too. */
  toChild?: boolean
  /** What its going to these people on a day changes. */
  sentTo: (people: People, on: Day) => readonly Change[]
  /** Once the step is marked: what a button marks for those who were missed; null where nobody was. */
  later: { readonly words: (count: number) => string; readonly said: string } | null
  words: string
  said: string
  done: string
}) => {
  const styles = useStepStyles()
  const today = useServices().today()
  const { change, trouble } = useChanges()
  const { mayGo } = useMayGo(file.pupil.key, file.review.key, letterKinds[kind])
  const to = people.map((one) => ({ one, to: addresseeOf(one, file, today) }))
  const named = to.filter(({ one }) => one.name !== toBeNamed)
  const free = named.filter((one) => mayGo(one.to))
  const asking = named.length - free.length
  return (
    <>
      <Letters
        file={file}
        title={title}
        kind={kind}
        aboutMeeting={aboutMeeting}
        // The SENCO is on the list and writes to nobody by that name.
        people={to.filter(({ one }) => one.role !== 'senco').map((one) => one.to)}
        ticked={({ as }) => toChild || as !== 'child'}
        batchOf={(chosen) => batchOf(kind, file, chosen, today)}
        {...(later
          ? {
              mark: {
                words: later.words,
                onMark: (chosen) =>
                  void change(
                    sentTo(
                      to.filter((one) => chosen.includes(one.to)).map(({ one }) => one),
                      today,
                    ),
                    later.said,
                  ),
              },
            }
          : {})}
      />
      {asking > 0 && (
        <Text className={styles.quiet}>{t`${
          asking === 1
            ? t`One person has a contact restriction and is`
            : t`${asking} people have a contact restriction and are`
        } left out until it is answered that it may go.`}</Text>
      )}
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
      <MarkStep
        file={file}
        act={act}
        words={words}
        said={said}
        done={done}
        also={(on) =>
          sentTo(
            free.map(({ one }) => one),
            on,
          )
        }
      />
    </>
  )
}
