import { inWords, t } from '../../../words/t.ts'
import { Button, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { type KeyboardEvent, useState } from 'react'
import { longestHeading, type PlacedPart } from '../../../domain/rules/minutesLayout.ts'
import { partOf } from '../../../domain/rules/minutesParts.ts'
import { Why } from '../../../ui/Why.tsx'
import { focusOn, shownHeading } from './partWords.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 12px',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  out: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'auto auto 76px 84px',
    gap: '4px',
    alignItems: 'center',
    justifyContent: 'start',
  },
  input: { width: '100%', maxWidth: '420px' },
})

/** One part: what it is called, why it can't be left out, and its place in the row. */
export const PartLine = ({
  placed,
  at,
  last,
  readOnly,
  onMove,
  onChange,
}: {
  placed: PlacedPart
  at: number
  last: number
  readOnly: boolean
  onMove: (to: number) => void
  onChange: (next: PlacedPart) => void
}) => {
  const styles = useStyles()
  const [renaming, setRenaming] = useState(false)
  const part = partOf(placed.part)
  const words = placed.heading ?? part.heading
  const shown = shownHeading(words)
  const rename = (typed: string) => {
    const heading = typed.trim()
    onChange({ ...placed, heading: heading && heading !== part.heading ? heading : null })
  }
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'Escape') setRenaming(false)
  }
  return (
    <li className={styles.row} data-part={placed.part}>
      <div className={styles.words}>
        {renaming ? (
          <Input
            ref={focusOn}
            className={styles.input}
            aria-label={t`Heading of ${shownHeading(part.heading)}`}
            value={words}
            maxLength={longestHeading}
            onChange={(_, { value }) => onChange({ ...placed, heading: value })}
            onKeyDown={close}
            onBlur={(event) => {
              rename(event.target.value)
              setRenaming(false)
            }}
          />
        ) : (
          <Text block weight="semibold" className={mergeClasses(placed.out && styles.out)}>
            {shown}
          </Text>
        )}
        <Text block size={200} className={styles.quiet}>
          {renaming && t`[name] stands for what the child is called. `}
          {placed.heading && !renaming && t`Ours: ${shownHeading(part.heading)}. `}
          {inWords(part.holds)}
        </Text>
        {part.asked && (
          <Text block size={200} className={styles.quiet}>
            <Why
              why={{
                rule: t`Part of the minutes`,
                says: t`${part.asked.why}. It can be moved and renamed, not left out.`,
                inputs: [],
                strength: part.asked.strength,
                source: part.asked.source,
              }}
            >
              {part.asked.strength === 'must' ? t`The law asks for it` : t`Statutory guidance asks for it`}
            </Why>
          </Text>
        )}
        {placed.out && <Text size={200}>{t`Left out`}</Text>}
      </div>
      {!readOnly && (
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={<ArrowUpRegular />}
            disabledFocusable={at === 0}
            data-move="up"
            aria-label={t`Move up: ${shown}`}
            onClick={() => onMove(at - 1)}
          />
          <Button
            size="small"
            icon={<ArrowDownRegular />}
            disabledFocusable={at === last}
            data-move="down"
            aria-label={t`Move down: ${shown}`}
            onClick={() => onMove(at + 1)}
          />
          <Button
            size="small"
            appearance="subtle"
            aria-label={t`Rename: ${shown}`}
            onClick={() => setRenaming(true)}
          >{t`Rename`}</Button>
          {!part.asked && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={`${placed.out ? t`Put back` : t`Leave out`}: ${shown}`}
              onClick={() => onChange({ ...placed, out: !placed.out })}
            >
              {placed.out ? t`Put back` : t`Leave out`}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
