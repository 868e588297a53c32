import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Trouble } from '../../domain/problem.ts'
import { troubleOf } from '../../domain/problem.ts'
import { Review } from '../../domain/records/review.ts'
import type { Day } from '../../domain/rules/day.ts'
import { focusField } from '../../ui/focusField.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useGo } from '../routes.ts'
import type { BlockName } from './blocks.ts'

type Step = {
  readonly words: string
  readonly said: string
  readonly changes: (today: Day) => Partial<Review>
}
/** What a person does next at each stage; the date is today's and can be put right under Report and decision. */
const steps: Partial<Record<Review['stage'], Step>> = {
  planning: {
    words: 'Invitations sent today',
    said: 'Invitations marked as sent',
    changes: (today) => ({ invitationsSent: today, stage: 'adviceRequested' }),
  },
  adviceRequested: {
    words: 'Papers circulated today',
    said: 'Papers marked as circulated',
    changes: (today) => ({ papersCirculated: today, stage: 'circulated' }),
  },
  circulated: {
    words: 'The meeting was held',
    said: 'Meeting marked as held',
    changes: () => ({ stage: 'meetingHeld' }),
  },
  meetingHeld: {
    words: 'Report sent today',
    said: 'Report marked as sent',
    changes: (today) => ({ reportSent: today, stage: 'reportSent' }),
  },
  decided: { words: 'Close the review', said: 'Review closed', changes: () => ({ stage: 'closed' }) },
}

/** The one next step of the review as a button, with a way back. */
export const NextStep = ({ file }: { file: ReviewFile }) => {
  const { review } = file
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { go } = useGo()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const step = steps[review.stage]
  const mayWrite = useMayWrite(Review)
  const store = records.store(Review)

  const save = async (changes: Partial<Review>, said: string) => {
    setTrouble(null)
    const before = Object.fromEntries(
      Object.keys(changes).map((field) => [field, review[field as keyof Review]]),
    ) as Partial<Review>
    try {
      const now = await store.update(await store.byKey(review.key), changes)
      put(Review, now)
      say(said, () => void undo(before))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }
  const undo = async (before: Partial<Review>) => {
    try {
      put(Review, await store.update(await store.byKey(review.key), before))
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    }
  }

  const write = (block: BlockName, field: keyof Review & string) => {
    go({ at: 'review', key: review.key, block })
    focusField(field)
  }

  return (
    <>
      {!mayWrite ? null : !review.meetingDate && review.stage === 'planning' ? (
        <Button appearance="primary" onClick={() => write('meeting', 'meetingDate')}>
          Set the meeting date
        </Button>
      ) : review.stage === 'reportSent' ? (
        <Button appearance="primary" onClick={() => write('dates', 'decisionReceived')}>
          Record the authority’s decision
        </Button>
      ) : (
        step && (
          <Button appearance="primary" onClick={() => void save(step.changes(today()), step.said)}>
            {step.words}
          </Button>
        )
      )}
      {trouble && (
        <Text role="alert">
          Not saved: {whyNotSaved(trouble)}. Press the button again when you are ready.
        </Text>
      )}
    </>
  )
}
