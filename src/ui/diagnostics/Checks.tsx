import { t } from '../../words/t.ts'
import { Button, Checkbox, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { SignInButton } from '../Loaded.tsx'
import { clockTime } from '../words.ts'
import type { Checked } from './gather.ts'
import { leftOut, type LineGroup, shown } from './line.ts'
import { Lines } from './Lines.tsx'
import { asText, groupsOf } from './report.ts'
import type { TryAnswers } from './tries.ts'
import { useChecks } from './useChecks.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '980px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  text: {
    margin: 0,
    padding: '12px',
    maxHeight: '320px',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
  },
})

const summary = (groups: readonly LineGroup[]): string => {
  const lines = groups.flatMap((group) => group.lines)
  const [wrong, look] = (['wrong', 'look'] as const).map(
    (mark) => lines.filter((line) => line.mark === mark).length,
  )
  return wrong === 0 && look === 0
    ? t`Nothing to put right.`
    : t`${wrong ?? ''} to put right, ${look ?? ''} worth a look.`
}

/** The checks of an installation: run by a person, shown line by line, copied for whoever gives support. */
export const Checks = ({
  answers = {},
  children,
}: {
  /** What was tried by hand: copied too. */
  answers?: TryAnswers
  children?: (checked: Checked) => ReactNode
}) => {
  const styles = useStyles()
  const { checked, running, run } = useChecks()
  const groups = checked ? groupsOf(checked, shown) : []
  return (
    <div className={styles.all}>
      <Text
        className={styles.quiet}
      >{t`For whoever looks after Microsoft 365 at your school. The checks read no record and change nothing; what they find has no name of a person in it.`}</Text>
      <div className={styles.acts}>
        <Button appearance="primary" disabledFocusable={running !== null} onClick={() => void run()}>
          {checked ? t`Run the checks again` : t`Run the checks`}
        </Button>
        {checked && 'trouble' in checked.signIn && <SignInButton onDone={() => void run()} />}
      </div>
      <div aria-live="polite">
        {running && (
          <>
            <ProgressBar value={running.done} max={running.of} aria-label={t`Checks done`} />
            <Text size={200}>{running.what}</Text>
          </>
        )}
        {checked && !running && <Text>{t`Checked at ${clockTime(checked.at)}. ${summary(groups)}`}</Text>}
      </div>
      {checked && <Lines groups={groups} />}
      {checked && children?.(checked)}
      {checked && <Copy checked={checked} answers={answers} />}
    </div>
  )
}

const Copy = ({ checked, answers }: { checked: Checked; answers: TryAnswers }) => {
  const styles = useStyles()
  const [withAddresses, setWithAddresses] = useState(true)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const text = asText(checked, withAddresses ? shown : leftOut, answers)
  const copy = async () => {
    await navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    )
  }
  return (
    <section className={styles.all} aria-label={t`Copy for support`}>
      <Checkbox
        label={t`With the addresses of the school’s sites`}
        checked={withAddresses}
        onChange={(_, { checked: on }) => {
          setWithAddresses(on === true)
          setCopied(null)
        }}
      />
      <div className={styles.acts}>
        <Button onClick={() => void copy()}>{t`Copy for support`}</Button>
        <output>
          {copied === 'yes' && t`Copied as plain text.`}
          {copied === 'no' && t`This page may not copy here: select the text below.`}
        </output>
      </div>
      {/* Scrolls by itself: it has to be reached with the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.text} tabIndex={0} role="region" aria-label={t`The text that is copied`}>
        {text}
      </pre>
    </section>
  )
}
