import { t } from '../../words/t.ts'
import { useEffect } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Chase } from '../../domain/records/chase.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Act } from '../../domain/rules/todayTypes.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import type { Task } from '../../ui/disclosure/task.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useOne } from '../../ui/records.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useChaseLetter } from '../review/path/useChaseLetter.tsx'
import { PublishHere } from './PublishHere.tsx'
import { WhatNow } from './WhatNow.tsx'

/** What a next step is written in, under its line. What needs the pupil's record says for which task it was opened. */
export const LineForm = ({
  act,
  task,
  pupil,
  onClose,
}: {
  act: Act
  task: Task
  /** Null where it is about no one pupil. */
  pupil: Stored<Pupil> | null
  onClose: () => void
}) => {
  const say = useSay()
  const today = useServices().today()
  switch (act.is) {
    case 'remind':
      return (
        <AddForm
          type={Chase}
          title={t`Log a reminder`}
          given={act.given as Record<string, string | null>}
          fields={['to', 'on', 'by', 'answer']}
          latest={{ on: today }}
          onStored={() => say(t`Reminder logged`)}
          onClose={onClose}
        />
      )
    case 'answer':
      return <Answer chase={act.chase} />
    case 'chase':
      return (
        pupil && (
          <OpeningGate
            pupil={pupil}
            what={'review' in act.of ? t`Review` : t`Pupil’s record`}
            ofPlan={'review' in act.of}
            task={task}
          >
            <Letter of={act.of} />
          </OpeningGate>
        )
      )
    case 'lapsed':
      return <WhatNow act={act} onClose={onClose} />
    case 'publish':
      return (
        pupil && (
          <OpeningGate pupil={pupil} what={t`Pupil’s record`} task={task}>
            <PublishHere pupil={act.pupil} onClose={onClose} />
          </OpeningGate>
        )
      )
    default:
      return null
  }
}

/** The letter begins with the press that opened it. */
const Letter = ({ of }: { of: Extract<Act, { is: 'chase' }>['of'] }) => {
  const { start, card } = useChaseLetter()
  useEffect(() => {
    start(of)
    // Once: what it is about doesn't change while it is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return card
}

const Answer = ({ chase }: { chase: string }) => (
  <Loaded queries={[useOne(Chase, chase)]} shape={<Waiting />}>
    {(record) => (
      <RecordForm type={Chase} record={record} groups={[{ fields: ['answer', 'to', 'on', 'by'] }]} />
    )}
  </Loaded>
)
