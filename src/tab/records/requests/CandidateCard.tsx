import { entriesInWords, inWords, t } from '../../../words/t.ts'
import { Button, Field, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { exemptions, exemptionsCheck, type Withholding } from '../../../domain/records/withholding.ts'
import { blackedOut, blackOut, mergedSpans, type Span } from '../../../export/blackOut.ts'
import { type Candidate } from '../../../export/candidate.ts'
import { type Standing } from '../../../export/redaction.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Parts } from './Parts.tsx'
import type { Choice } from './useLookThrough.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', justifyContent: 'space-between' },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: '8px 10px',
    maxHeight: '320px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  choosing: { outline: `2px solid ${tokens.colorBrandStroke1}` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  exemption: { minWidth: 'min(100%, 320px)' },
})

const words: Record<Withholding['decision'], string> = {
  give: t`Given`,
  redact: t`Parts blacked out`,
  withhold: t`Kept back`,
}
type Mode = 'look' | 'black' | 'keep'

/** One field to decide on, in place: give it, black out parts of it, or keep it back under an exemption. */
export const CandidateCard = ({
  candidate,
  standing,
  busy,
  readOnly,
  onDecide,
}: {
  candidate: Candidate
  standing: Standing
  busy: boolean
  readOnly: boolean
  onDecide: (choice: Choice) => void
}) => {
  const styles = useStyles()
  const { text, reasons, label, list } = candidate
  const decision: Stored<Withholding> | null = standing.is === 'open' ? null : standing.decision
  const found = mergedSpans(
    reasons.flatMap(({ spans }) => spans),
    text.length,
  )
  const [mode, setMode] = useState<Mode>('look')
  const [spans, setSpans] = useState<readonly Span[]>([])
  const [exemption, setExemption] = useState<keyof typeof exemptions>('thirdParty')
  const place = useRef<HTMLDivElement>(null)

  const begin = (next: Mode) => {
    setSpans(decision?.decision === 'redact' ? (blackedOut(text, decision.redacted ?? '') ?? found) : found)
    setExemption(decision?.exemption ?? 'thirdParty')
    setMode(next)
  }
  const blackSelected = () => {
    const chosen = selectionIn(place.current)
    if (chosen) setSpans((all) => mergedSpans([...all, chosen], text.length))
    getSelection()?.removeAllRanges()
  }
  const settle = (choice: Choice) => {
    onDecide(choice)
    setMode('look')
  }
  const shown =
    mode === 'black'
      ? spans
      : decision?.decision === 'redact'
        ? (blackedOut(text, decision.redacted ?? '') ?? [])
        : []
  return (
    <article className={styles.card} aria-label={`${list}: ${label}`}>
      <div className={styles.head}>
        <Text weight="semibold">{label}</Text>
        {standing.is === 'open' ? (
          <StatusMark status="onTrack" word={t`To decide`} />
        ) : standing.is === 'stale' ? (
          <StatusMark status="dueSoon" word={t`Look again: it changed`} />
        ) : (
          <StatusMark status="done" word={words[standing.decision.decision]} />
        )}
      </div>
      <Text size={200} className={styles.quiet}>
        {reasons.map(({ why }) => why).join(' · ')}
        {standing.is === 'decided' && standing.decision.exemption
          ? ` · ${inWords(exemptions[standing.decision.exemption])}`
          : ''}
      </Text>
      <Personal>
        <div ref={place} className={mergeClasses(styles.text, mode === 'black' && styles.choosing)}>
          <Parts
            text={text}
            found={found}
            black={shown}
            onRemove={
              mode === 'black' ? (span) => setSpans((all) => all.filter((one) => one !== span)) : null
            }
          />
        </div>
      </Personal>
      {!readOnly && mode === 'look' && (
        <div className={styles.buttons}>
          <Button
            size="small"
            disabled={busy}
            onClick={() => settle({ decision: 'give', redacted: null, exemption: null })}
          >{t`Give`}</Button>
          {!candidate.document && (
            <Button size="small" disabled={busy} onClick={() => begin('black')}>{t`Black out parts`}</Button>
          )}
          <Button size="small" disabled={busy} onClick={() => begin('keep')}>{t`Keep back`}</Button>
        </div>
      )}
      {!readOnly && mode !== 'look' && (
        <>
          {mode === 'black' && (
            <Text
              size={200}
              className={styles.quiet}
            >{t`Select words above, then press “Black out what is selected”. Press a black bar to show it again.`}</Text>
          )}
          <Text size={200} className={styles.quiet}>
            {exemptionsCheck}
          </Text>
          <div className={styles.buttons}>
            {mode === 'black' && (
              <Button
                size="small"
                onMouseDown={(event) => event.preventDefault()}
                onClick={blackSelected}
              >{t`Black out what is selected`}</Button>
            )}
            <Field label={t`Because`} size="small" className={styles.exemption}>
              <Select
                value={exemption}
                onChange={(_, { value }) => setExemption(value as keyof typeof exemptions)}
              >
                {entriesInWords(exemptions).map(([code, name]) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Button
              size="small"
              appearance="primary"
              disabled={busy || (mode === 'black' && spans.length === 0)}
              onClick={() =>
                settle(
                  mode === 'black'
                    ? { decision: 'redact', redacted: blackOut(text, spans), exemption }
                    : { decision: 'withhold', redacted: null, exemption },
                )
              }
            >
              {mode === 'black' ? t`Give it with black bars` : t`Keep it back`}
            </Button>
            <Button size="small" onClick={() => setMode('look')}>{t`Cancel`}</Button>
          </div>
        </>
      )}
    </article>
  )
}

/** The selected stretch of the text in a place whose parts say where they begin; null where nothing of it is. */
const selectionIn = (place: HTMLElement | null): Span | null => {
  const selection = getSelection()
  if (!place || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  let [from, to] = [Number.POSITIVE_INFINITY, -1]
  for (const part of place.querySelectorAll<HTMLElement>('[data-from]')) {
    if (!range.intersectsNode(part)) continue
    const [start, length] = [Number(part.dataset['from']), Number(part.dataset['length'])]
    const own = document.createRange()
    own.selectNodeContents(part)
    const isPlain = part.dataset['plain'] !== undefined
    const offsetOf = (node: Node, offset: number) => {
      own.setEnd(node, offset)
      return own.toString().length
    }
    const begins =
      part.contains(range.startContainer) && isPlain ? offsetOf(range.startContainer, range.startOffset) : 0
    const ends =
      part.contains(range.endContainer) && isPlain ? offsetOf(range.endContainer, range.endOffset) : length
    if (ends <= begins) continue
    from = Math.min(from, start + begins)
    to = Math.max(to, start + ends)
  }
  return to > from ? { from, to } : null
}
