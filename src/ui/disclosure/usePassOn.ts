import { t } from '../../words/t.ts'
import { useEffect, useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Disclosure } from '../../domain/records/disclosure.ts'
import { type Finding, type GuardedPupil, wrongChildGuard } from '../../domain/rules/wrongChild.ts'
import type { Looked, Passed, Passing } from './passOn.ts'
import { noteOf } from './task.ts'
import { useLog } from './useLog.ts'

export type Recipient = NonNullable<Disclosure['recipient']>

/** What was found in a document that is about to go, for whom, and what is looked at now. */
export type Found = {
  readonly is: 'found'
  readonly recipient: Recipient
  readonly looked: Looked
  readonly findings: readonly Finding[]
  /** It holds several pupils and is for somebody outside the school. */
  readonly several: boolean
}
export type PassState =
  | { readonly is: 'asking' }
  | { readonly is: 'working'; readonly words: string }
  | Found
  | { readonly is: 'failed'; readonly trouble: Trouble; again(): void }

/** What the guard looks with. `unread`: rows of the register that can't be read, so not looked for. */
export type Watch = {
  readonly pupils: readonly GuardedPupil[]
  readonly unread: number
  readonly restricted: readonly string[]
}

const noteLength = 255

/** One document on its way: asked for whom, looked through, let go, logged. */
export const usePassOn = (passing: Passing, watch: Watch, onDone: (passed: Passed) => void) => {
  const { log, state: logging } = useLog()
  const [state, setState] = useState<PassState>({ is: 'asking' })
  const subject = passing.about.length === 1 ? passing.about[0]! : ''
  const purpose = log.purposeFor(subject)

  // What the missing connection stopped goes on when it is back.
  useEffect(() => {
    if (state.is !== 'failed' || state.trouble.code !== 'offline') return
    addEventListener('online', state.again)
    return () => removeEventListener('online', state.again)
  }, [state])

  const attempt = async (words: string, act: () => Promise<void>): Promise<void> => {
    setState({ is: 'working', words })
    try {
      await act()
    } catch (thrown) {
      setState({ is: 'failed', trouble: troubleOf(thrown), again: () => void attempt(words, act) })
    }
  }
  const write = (recipient: Recipient, warnings: number, reason: string) => {
    if (!purpose || (passing.ofNobody && warnings === 0)) return
    const { did, what, about, logged } = passing
    const task = log.taskOn(subject)
    const note = [task && noteOf(task), about.length > 1 && t`${about.length} pupils in it`, reason]
      .filter(Boolean)
      .join('. ')
    const row = { did, what, purpose, recipient, warnings, note: note.slice(0, noteLength) || null }
    log.did(...(logged.length === 0 ? [row] : logged.map((pupil) => ({ ...row, pupil }))))
  }
  const go = (looked: Looked, recipient: Recipient, warnings: number, reason: string) =>
    attempt(`${passing.verb} …`, async () => {
      const passed = await looked.go()
      write(recipient, warnings, reason)
      onDone(passed)
    })
  return {
    state,
    /** Asked first where nobody has said yet why this pupil is worked on. */
    needsPurpose: !purpose && logging.is !== 'shut' && (!passing.ofNobody || state.is === 'found'),
    isLogged: logging.is !== 'shut',
    choosePurpose: (chosen: Disclosure['purpose']) => log.choose(subject, chosen),
    look: (recipient: Recipient) =>
      attempt(t`Looking for other children in the text`, async () => {
        const looked = await passing.look()
        const guard = wrongChildGuard(watch.pupils, {
          about: new Set(passing.about),
          adults: passing.adults,
          days: passing.days,
          restricted: watch.restricted,
        })
        const findings = guard(looked.paragraphs.map(({ text }) => text))
        const several = passing.about.length > 1 && recipient !== 'school'
        if (findings.length === 0 && !several && watch.unread === 0) return go(looked, recipient, 0, '')
        setState({ is: 'found', recipient, looked, findings, several })
      }),
    letGo: ({ looked, recipient, findings, several }: Found, reason: string) =>
      go(looked, recipient, findings.length + (several ? 1 : 0), reason),
  }
}
