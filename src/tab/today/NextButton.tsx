import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import type { MouseEvent } from 'react'
import type { Act, Verb, WorkLine } from '../../domain/rules/todayTypes.ts'
import { goFor } from '../../ui/disclosure/task.ts'
import { focusField } from '../../ui/focusField.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useGo } from '../routes.ts'
import { fieldFor, placeFor } from './places.ts'
import { useDoAtOnce } from './useDoAtOnce.ts'

/** What a line offers to who may not change records: to look. */
const lookAt = (open: Act): Verb | null =>
  placeFor(open) ? { words: t`Open`, act: open, writes: false } : null

/**
 * The one next step of a line: leads there, does it, or opens what it is written in. What writes is offered once it is
 * known that this person may, so that nothing is taken away again.
 */
export const NextButton = ({
  line,
  mayWrite,
  about,
  open,
  onForm,
}: {
  line: WorkLine
  /** Null until that is known. */
  mayWrite: boolean | null
  /** The id of what says whom and what it is about. */
  about: string
  /** Whether its form is open. */
  open: boolean
  onForm: (act: Act) => void
}) => {
  const { href } = useGo()
  const verb = line.next.writes && !mayWrite ? lookAt(line.open) : line.next
  const atOnce = useDoAtOnce(line.next.act)
  if (line.next.writes && mayWrite === null) return <span style={{ display: 'inline-block', height: 24 }} />
  if (!verb) return null
  const { words, act } = verb
  const place = placeFor(act)
  const look = {
    size: 'small' as const,
    // What law wants and is overdue stands out; a page of loud buttons would say nothing.
    appearance:
      line.meeting || (line.when === 'overdue' && line.why?.strength === 'must')
        ? ('primary' as const)
        : ('secondary' as const),
    'data-next': '',
    'aria-describedby': about,
  }
  if (place) {
    const field = fieldFor(act)
    const address = href(place)
    const [pupil, ...others] = line.pupils
    const follow = (event: MouseEvent) => {
      if (field) focusField(field)
      // Another tab knows nothing of this one, and who only reads has no task here: both are asked.
      const here = !event.ctrlKey && !event.metaKey && !event.shiftKey
      if (here && mayWrite && pupil && others.length === 0) goFor(pupil, line.task, address)
    }
    return (
      <Button as="a" href={address} {...look} onClick={follow}>
        {words}
      </Button>
    )
  }
  if (atOnce)
    return (
      <>
        <Button {...look} disabled={atOnce.busy} onClick={atOnce.doIt}>
          {words}
        </Button>
        {atOnce.trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(atOnce.trouble)}.`}</Text>}
      </>
    )
  return (
    <Button {...look} aria-expanded={open} onClick={() => onForm(act)}>
      {words}
    </Button>
  )
}
