import { inWords, t } from '../../words/t.ts'
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { recipients } from '../../domain/records/disclosure.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Finding } from '../../domain/rules/wrongChild.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { Findings } from './Findings.tsx'
import { Preview } from './Preview.tsx'
import type { Found } from './usePassOn.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
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

const howMany = (all: number, certain: number): string =>
  certain === 0
    ? t`None of it is certain: look whether another child is meant.`
    : t`${certain === all ? (all === 1 ? t`It is` : t`They are`) : certain === 1 ? t`One of them is` : t`${certain} of them are`} another child’s, or a word that your school holds back.`

/** What was found, in its place, and what becomes of the document. */
export const FoundStep = ({
  found,
  inIt,
  unread,
  pupils,
  verb,
  onShow,
  onAgain,
  onGo,
  onClose,
}: {
  found: Found
  /** How many pupils it is about. */
  inIt: number
  unread: number
  pupils: readonly Stored<Pupil>[]
  verb: string
  onShow?: ((finding: Finding, paragraphs: readonly TextParagraph[]) => void) | undefined
  onAgain: () => void
  onGo: (reason: string) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const { findings, recipient, several } = found
  const { paragraphs } = found.looked
  const [current, setCurrent] = useState(0)
  const [reason, setReason] = useState('')
  const [wantsReason, setWantsReason] = useState(false)
  const certain = findings.filter(({ strength }) => strength === 'certain').length
  const lacksReason = certain > 0 && reason.trim() === ''
  const show = (index: number) => {
    setCurrent(index)
    onShow?.(findings[index]!, paragraphs)
  }
  const step = (by: number) => show((current + by + findings.length) % findings.length)
  const says = [
    findings.length > 0 &&
      t`For ${inWords(recipients[recipient]).toLowerCase()}. ${howMany(findings.length, certain)}`,
    several && t`This holds ${inIt} pupils and is for somebody outside the school.`,
    unread > 0 &&
      t`${unread} ${unread === 1 ? 'row' : 'rows'} of the register can’t be read, so those children were not looked for.`,
  ].filter(Boolean)
  return (
    <>
      <Text>{says.join(' ')}</Text>
      {findings.length > 1 && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => step(-1)}>{t`Previous`}</Button>
          <Button size="small" onClick={() => step(1)}>{t`Next`}</Button>
          <Text
            size={200}
            className={styles.quiet}
            role="status"
          >{t`${current + 1} of ${findings.length}`}</Text>
        </div>
      )}
      {findings.length > 0 && (
        <div className={onShow ? undefined : styles.columns}>
          {!onShow && <Preview paragraphs={paragraphs} findings={findings} current={current} />}
          <div className={onShow ? undefined : styles.found}>
            <Findings
              findings={findings}
              paragraphs={paragraphs}
              pupils={pupils}
              current={current}
              showWords={onShow ? t`Show in the document` : t`Show`}
              onShow={show}
            />
          </div>
        </div>
      )}
      {certain > 0 && (
        <Field
          label={t`Why it goes with these in it`}
          {...(wantsReason && lacksReason
            ? { validationMessage: t`Say why, or mend the text and check again` }
            : {})}
        >
          <Input value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
      <div className={styles.buttons}>
        {findings.length > 0 && <Button appearance="primary" onClick={onAgain}>{t`Check again`}</Button>}
        <Button
          onClick={() => (lacksReason ? setWantsReason(true) : onGo(reason.trim()))}
        >{t`${verb} all the same`}</Button>
        <Button appearance="subtle" onClick={onClose}>{t`Don’t send it`}</Button>
      </div>
    </>
  )
}
