import { useEffect } from 'react'
import { Chase } from '../../domain/records/chase.ts'
import type { Act } from '../../domain/rules/todayTypes.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useOne } from '../../ui/records.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { useChaseLetter } from '../review/path/useChaseLetter.tsx'

/** What a next step is written in, under its line. */
export const LineForm = ({ act, onClose }: { act: Act; onClose: () => void }) => {
  const say = useSay()
  const today = useServices().today()
  if (act.is === 'remind')
    return (
      <AddForm
        type={Chase}
        title="Log a reminder"
        given={act.given as Record<string, string | null>}
        fields={['to', 'on', 'by', 'answer']}
        latest={{ on: today }}
        onStored={() => say('Reminder logged')}
        onClose={onClose}
      />
    )
  if (act.is === 'chase') return <Letter of={act.of} />
  return act.is === 'answer' ? <Answer chase={act.chase} /> : null
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
