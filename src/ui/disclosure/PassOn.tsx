import { Button, Field, Input, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { Disclosure, recipients } from '../../domain/records/disclosure.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { type Finding, restrictedWords, wrongChildGuard } from '../../domain/rules/wrongChild.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { Loaded, TroubleNotice } from '../Loaded.tsx'
import { useAll } from '../records.ts'
import { useSchool } from '../useSchool.ts'
import { AskPurpose } from './AskPurpose.tsx'
import { Findings } from './Findings.tsx'
import type { Purpose } from './logBook.ts'
import type { Looked, Passed, Passing } from './passOn.ts'
import { Preview } from './Preview.tsx'
import { useLog } from './useLog.ts'

type Recipient = NonNullable<Disclosure['recipient']>

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
    ':focus': { outline: 'none' },
  },
  title: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  plain: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  quiet: { color: tokens.colorNeutralForeground2 },
  columns: {
    display: 'grid',
    gap: '12px',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 340px)',
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  found: { maxHeight: '420px', overflowY: 'auto' },
})

type State =
  | { readonly is: 'asking' }
  | { readonly is: 'working'; readonly words: string }
  | {
      readonly is: 'found'
      readonly recipient: Recipient
      readonly looked: Looked
      readonly findings: readonly Finding[]
    }
  | { readonly is: 'failed'; readonly trouble: Trouble; again(): void }

const foundWords = (all: number, certain: number): string =>
  certain === 0
    ? 'None of it is certain: look whether another child is meant.'
    : `${certain === all ? (all === 1 ? 'It is' : 'They are') : certain === 1 ? 'One of them is' : `${certain} of them are`} another child’s, or a word that your school holds back.`

/**
 * Before a document goes: whom it is for, then whether another child is in it. Nothing found: it goes at once.
 * Otherwise each place is shown, to be mended or let go all the same; every passing on is logged.
 */
export const PassOn = (props: {
  passing: Passing
  /** Shows a finding in the open document; where there is none, the text is shown here. */
  onShow?: (finding: Finding, paragraphs: readonly TextParagraph[]) => void
  onDone: (passed: Passed) => void
  onClose: () => void
}) => {
  const pupils = useAll(Pupil)
  const school = useSchool()
  return (
    <Loaded queries={[pupils, school]} shape={<Spinner size="tiny" label="Reading the register" />}>
      {(known, settings) => (
        <Asked
          {...props}
          pupils={known.records}
          unread={known.unreadable.length}
          restricted={restrictedWords(settings?.restrictedWords)}
        />
      )}
    </Loaded>
  )
}

const Asked = ({
  passing,
  pupils,
  unread,
  restricted,
  onShow,
  onDone,
  onClose,
}: Parameters<typeof PassOn>[0] & {
  pupils: readonly Stored<Pupil>[]
  unread: number
  restricted: readonly string[]
}) => {
  const styles = useStyles()
  const id = useId()
  const card = useRef<HTMLElement>(null)
  const { log, state: logging } = useLog()
  const [state, setState] = useState<State>({ is: 'asking' })
  const [current, setCurrent] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [wantsReason, setWantsReason] = useState(false)
  const subject = passing.about.length === 1 ? passing.about[0]! : ''
  const purpose = log.purposeFor(subject)
  useEffect(() => {
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [state.is, purpose])

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
  const note = (recipient: Recipient, why: Purpose, warnings: number, said: string) => {
    const several = passing.about.length > 1 ? `${passing.about.length} pupils in it` : ''
    const row = {
      did: passing.did,
      what: passing.what,
      purpose: why,
      recipient,
      warnings,
      note: [several, said].filter(Boolean).join('. ').slice(0, 255) || null,
    }
    log.did(
      ...(passing.logged.length === 0
        ? [{ ...row, pupil: null }]
        : passing.logged.map((pupil) => ({ ...row, pupil }))),
    )
  }
  const letGo = (looked: Looked, recipient: Recipient, warnings: number, said: string) =>
    attempt(`${passing.verb} …`, async () => {
      const passed = await looked.go()
      if (purpose) note(recipient, purpose, warnings, said)
      onDone(passed)
    })
  const look = (recipient: Recipient) =>
    attempt('Looking for other children in the text', async () => {
      const looked = await passing.look()
      const guard = wrongChildGuard(pupils, {
        about: new Set(passing.about),
        adults: passing.adults,
        days: passing.days,
        restricted,
      })
      const findings = guard(looked.paragraphs.map(({ text }) => text))
      const several = passing.about.length > 1 && recipient !== 'school'
      if (findings.length === 0 && !several && unread === 0) return letGo(looked, recipient, 0, '')
      setCurrent(findings.length > 0 ? 0 : null)
      setWantsReason(false)
      setState({ is: 'found', recipient, looked, findings })
    })

  if (!purpose && logging.is !== 'shut')
    return (
      <AskPurpose
        question="Why are you passing this on?"
        about="Passing on what is kept about an EHC plan is noted for the SENCO, with the reason."
        onChosen={(chosen) => log.choose(subject, chosen)}
      />
    )
  const found = state.is === 'found' ? state : null
  const certain = found?.findings.filter(({ strength }) => strength === 'certain').length ?? 0
  const several = found && found.recipient !== 'school' && passing.about.length > 1
  const needsReason = certain > 0
  const show = (index: number) => {
    if (!found) return
    setCurrent(index)
    onShow?.(found.findings[index]!, found.looked.paragraphs)
  }
  const step = (by: number) =>
    found && show(((current ?? 0) + by + found.findings.length) % found.findings.length)
  const allTheSame = () => {
    if (!found) return
    if (needsReason && reason.trim() === '') return setWantsReason(true)
    void letGo(found.looked, found.recipient, found.findings.length + (several ? 1 : 0), reason.trim())
  }
  const heading =
    state.is === 'found' && found
      ? found.findings.length > 0
        ? `${found.findings.length} ${found.findings.length === 1 ? 'place' : 'places'} to look at before this goes`
        : 'Before this goes'
      : 'Who is this for?'
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-labelledby={id}>
      <Text as="h2" id={id} size={400} weight="semibold" className={styles.title}>
        {heading}
      </Text>
      {state.is === 'asking' && (
        <>
          <Text className={styles.quiet}>
            {passing.title}. Before it goes we look for other children in its text.
            {logging.is === 'shut' && ' Passing on isn’t logged here.'}
          </Text>
          <div className={styles.buttons}>
            {Object.entries(recipients).map(([code, words]) => (
              <Button key={code} className={styles.plain} onClick={() => void look(code as Recipient)}>
                {words}
              </Button>
            ))}
            <Button appearance="subtle" onClick={onClose}>
              Cancel
            </Button>
          </div>
        </>
      )}
      {state.is === 'working' && (
        <output>
          <Spinner size="tiny" label={state.words} style={{ justifyContent: 'flex-start' }} />
        </output>
      )}
      {state.is === 'failed' && <TroubleNotice trouble={state.trouble} retry={state.again} />}
      {found && (
        <>
          <Text>
            {[
              found.findings.length > 0 &&
                `For ${recipients[found.recipient].toLowerCase()}. ${foundWords(found.findings.length, certain)}`,
              several && `This holds ${passing.about.length} pupils and is for somebody outside the school.`,
              unread > 0 &&
                `${unread} ${unread === 1 ? 'row' : 'rows'} of the register can’t be read, so those children were not looked for.`,
            ]
              .filter(Boolean)
              .join(' ')}
          </Text>
          {found.findings.length > 0 && (
            <>
              {found.findings.length > 1 && (
                <div className={styles.buttons}>
                  <Button size="small" onClick={() => step(-1)}>
                    Previous
                  </Button>
                  <Button size="small" onClick={() => step(1)}>
                    Next
                  </Button>
                  <Text size={200} className={styles.quiet} role="status">
                    {(current ?? 0) + 1} of {found.findings.length}
                  </Text>
                </div>
              )}
              <div className={onShow ? undefined : styles.columns}>
                {!onShow && (
                  <Preview paragraphs={found.looked.paragraphs} findings={found.findings} current={current} />
                )}
                <div className={onShow ? undefined : styles.found}>
                  <Findings
                    findings={found.findings}
                    paragraphs={found.looked.paragraphs}
                    pupils={pupils}
                    current={current}
                    showWords={onShow ? 'Show in the document' : 'Show'}
                    onShow={show}
                  />
                </div>
              </div>
            </>
          )}
          {needsReason && (
            <Field
              label="Why it goes with these in it"
              {...(wantsReason && reason.trim() === ''
                ? { validationMessage: 'Say why, or mend the text and check again' }
                : {})}
            >
              <Input value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
            </Field>
          )}
          <div className={styles.buttons}>
            {found.findings.length > 0 && (
              <Button appearance="primary" onClick={() => void look(found.recipient)}>
                Check again
              </Button>
            )}
            <Button onClick={allTheSame}>{passing.verb} all the same</Button>
            <Button appearance="subtle" onClick={onClose}>
              Don’t send it
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
