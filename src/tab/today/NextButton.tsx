import { Button, Text } from '@fluentui/react-components'
import type { Act, Verb, WorkLine } from '../../domain/rules/todayTypes.ts'
import { focusField } from '../../ui/focusField.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { useGo } from '../routes.ts'
import { fieldFor, placeFor } from './places.ts'
import { useMarkDone } from './useMarkDone.ts'

/** What a line offers to who may not change records: to look. */
const lookAt = (open: Act): Verb | null =>
  placeFor(open) ? { words: 'Open', act: open, writes: false } : null

/** The one next step of a line: leads there, does it, or opens what it is written in. */
export const NextButton = ({
  line,
  mayWrite,
  about,
  open,
  onForm,
}: {
  line: WorkLine
  mayWrite: boolean
  /** The id of what says whom and what it is about. */
  about: string
  /** Whether its form is open. */
  open: boolean
  onForm: (act: Act) => void
}) => {
  const { href } = useGo()
  const { done, busy, trouble } = useMarkDone()
  const verb = line.next.writes && !mayWrite ? lookAt(line.open) : line.next
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
    return (
      <Button as="a" href={href(place)} {...look} onClick={() => field && focusField(field)}>
        {words}
      </Button>
    )
  }
  if (act.is === 'done')
    return (
      <>
        <Button {...look} disabled={busy} onClick={() => void done(act.action)}>
          {words}
        </Button>
        {trouble && <Text role="alert">Not saved: {whyNotSaved(trouble)}.</Text>}
      </>
    )
  return (
    <Button {...look} aria-expanded={open} onClick={() => onForm(act)}>
      {words}
    </Button>
  )
}
