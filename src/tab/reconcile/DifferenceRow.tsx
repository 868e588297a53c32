import { t } from '../../words/t.ts'
import { Checkbox, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { date } from '../../domain/fields.ts'
import type { Day } from '../../domain/rules/day.ts'
import { type Child, confidenceWords, type Difference, listNames } from '../../domain/rules/reconcileTypes.ts'
import { DateControl } from '../../ui/controls/DateControl.tsx'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { Why } from '../../ui/Why.tsx'
import { factsOfRow, fixWords, listWords, nameOfRow, rowOfChild } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // The name leads, ticked or not.
  label: { color: tokens.colorNeutralForeground1 },
  told: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 20px',
    margin: 0,
    paddingLeft: '32px',
    '& div': { display: 'flex', gap: '6px' },
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 480px)': { paddingLeft: '8px' },
  },
  fix: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px 12px',
    alignItems: 'end',
    paddingLeft: '32px',
    '@media (max-width: 480px)': { paddingLeft: '8px' },
  },
  select: { maxWidth: '100%', minWidth: 0, flexBasis: '420px', flexGrow: 1 },
})
const leftField = date(t`Left on`)

/** What a person chose for one difference: which fix, and what only a person knows. */
export type Choice = {
  readonly at: number
  readonly left: Day | null
  readonly reason: string
  readonly ticked: boolean
}
export const noChoice: Choice = { at: 0, left: null, reason: '', ticked: false }

/** Why a ticked fix can't go as it is; null where it can. */
export const missingIn = ({ options }: Difference, { at, left, reason }: Choice): string | null => {
  const fix = options[at]!
  if (fix.is === 'keep' && reason.trim() === '') return t`Say why it is right as it is.`
  return fix.is === 'leaver' && fix.left === null && left === null
    ? t`Choose the day on which they left.`
    : null
}

/** One difference: who, what each list says, and the fix that is proposed or chosen. */
export const DifferenceRow = ({
  difference,
  child,
  choice,
  onChoice,
}: {
  difference: Difference
  child: Child
  choice: Choice
  onChoice: (choice: Choice) => void
}) => {
  const styles = useStyles()
  const [typed, setTyped] = useState<string | null>(null)
  const { told, options, label, why } = difference
  const row = rowOfChild(child)
  const fix = options[choice.at]!
  const missing = choice.ticked ? missingIn(difference, choice) : null
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <Checkbox
          checked={choice.ticked}
          onChange={(_, { checked }) => onChoice({ ...choice, ticked: checked === true })}
          label={{
            className: styles.label,
            children: (
              <>
                <Personal>{nameOfRow(row)}</Personal>: {label}
              </>
            ),
          }}
        />
        <Text size={200} className={styles.quiet}>
          <Personal>{factsOfRow(row)}</Personal>
        </Text>
      </div>
      <dl className={styles.told}>
        {listNames
          .filter((list) => told[list] !== undefined)
          .map((list) => (
            <div key={list}>
              <dt>{listWords[list]}</dt>
              <dd>
                <Personal>{told[list]}</Personal>
              </dd>
            </div>
          ))}
      </dl>
      <div className={styles.fix}>
        <Select
          className={styles.select}
          aria-label={t`What to do about ${label}`}
          value={String(choice.at)}
          onChange={(_, { value }) => onChoice({ ...choice, at: Number(value), ticked: true })}
        >
          {options.map((option, at) => (
            // A difference's fixes keep their places.
            // oxlint-disable-next-line react/no-array-index-key
            <option key={at} value={String(at)}>
              {fixWords(option)}
            </option>
          ))}
        </Select>
        <Why
          why={{
            rule: choice.at === 0 ? t`Proposed` : t`Chosen by you`,
            says: `${why}.`,
            strength: 'recommended',
            source: child.matchedBy
              ? t`How we know the child: ${confidenceWords[child.matchedBy]}`
              : t`On one list alone`,
            inputs: [],
          }}
        >{t`Why`}</Why>
        {fix.is === 'leaver' && fix.left === null && (
          <Field label={t`Left on`} {...(missing ? { validationMessage: missing } : {})}>
            <DateControl
              field={leftField}
              value={choice.left}
              typed={typed}
              readOnly={false}
              options={[]}
              onValue={(value) => {
                setTyped(null)
                onChoice({ ...choice, left: typeof value === 'string' ? value : null, ticked: true })
              }}
              onWrong={(words) => {
                setTyped(words)
                onChoice({ ...choice, left: null })
              }}
              onLeave={() => undefined}
            />
          </Field>
        )}
        {fix.is === 'keep' && (
          <Field label={t`Why it is right as it is`} {...(missing ? { validationMessage: missing } : {})}>
            <Input
              maxLength={200}
              value={choice.reason}
              onChange={(_, { value }) => onChoice({ ...choice, reason: value, ticked: true })}
            />
          </Field>
        )}
      </div>
    </div>
  )
}
