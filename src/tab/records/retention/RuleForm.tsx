import { inWords, t } from '../../../words/t.ts'
import { Button, Field as FluentField, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Field, Value } from '../../../domain/fields.ts'
import { newKey } from '../../../domain/key.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, check, fieldOf } from '../../../domain/record.ts'
import { countable, RetentionRule, retentionGroups } from '../../../domain/records/retentionRule.ts'
import { latest } from '../../../domain/rules/day.ts'
import { ruleEffect } from '../../../domain/rules/retentionQueue.ts'
import {
  type KeptFor,
  type RetentionGroup,
  showPeriod,
  usualRules,
} from '../../../domain/rules/retentionRules.ts'
import { Control } from '../../../ui/controls/controls.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { storeNew } from '../../../ui/storeNew.ts'
import { type Grounds, pupilsIn, reviewIn } from './grounds.ts'
import { useReadAnew } from './useRetention.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    maxWidth: '860px',
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

const names = ['from', 'counted', 'years', 'months', 'source'] as const
type Answers = Readonly<Record<(typeof names)[number], Value>>

/** The field, with only those days to count from that these records have. */
const askedField = (group: RetentionGroup, name: (typeof names)[number]): Field => {
  const field = fieldOf(RetentionRule, name)
  if (field.kind !== 'choice') return field
  return {
    ...field,
    choices: Object.fromEntries(
      Object.entries(field.choices).filter(([code]) => countable[group].includes(code)),
    ),
  }
}

/** A new rule of the school's own: says, before it is stored, how many pupils' days it moves. */
export const RuleForm = ({
  group,
  now,
  grounds,
  onClose,
}: {
  group: RetentionGroup
  now: KeptFor
  grounds: Grounds
  onClose: () => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const readAnew = useReadAnew()
  const today = services.today()
  const [key] = useState(() => newKey(services.now().getTime()))
  const [answers, setAnswers] = useState<Answers>({
    from: today,
    counted: now.counted,
    years: now.years,
    months: now.months || null,
    source: null,
  })
  const [typed, setTyped] = useState<Readonly<Record<string, { typed: string; wrong: string } | null>>>({})
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const record = blank(RetentionRule, { group, ...answers } as never)
  const issues = new Map(check(RetentionRule, record).map(({ field, message }) => [field, message]))
  for (const [field, wrong] of Object.entries(typed)) if (wrong) issues.set(field, wrong.wrong)
  const answer = (name: string, value: Value) => {
    setAnswers((all) => ({ ...all, [name]: value }))
    setTyped((all) => ({ ...all, [name]: null }))
  }
  const store = async () => {
    setAsked(true)
    if (issues.size > 0) return
    setBusy(true)
    setTrouble(null)
    try {
      await storeNew(services.records.store(RetentionRule) as never, record, key)
      await readAnew()
      onClose()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={t`Set how long: ${inWords(retentionGroups[group])}`}
      onSubmit={(event) => {
        event.preventDefault()
        void store()
      }}
    >
      <div className={styles.grid}>
        {names.map((name) => {
          const field = askedField(group, name)
          const wrong = asked || typed[name] ? issues.get(name) : undefined
          return (
            <FluentField
              key={name}
              label={inWords(field.label)}
              required={!!field.required}
              validationState={wrong ? 'error' : 'none'}
              validationMessage={wrong ?? null}
            >
              <Control
                field={field}
                value={answers[name]}
                typed={typed[name]?.typed ?? null}
                readOnly={busy}
                options={[]}
                onValue={(value) => answer(name, value)}
                onWrong={(text, message) =>
                  setTyped((all) => ({ ...all, [name]: { typed: text, wrong: message } }))
                }
                onLeave={() => undefined}
              />
            </FluentField>
          )
        })}
      </div>
      {issues.size === 0 && <Effect group={group} record={record} grounds={grounds} />}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabled={busy}>
          {busy ? t`Saving` : t`Set this rule`}
        </Button>
        <Button onClick={onClose} disabled={busy}>{t`Cancel`}</Button>
      </div>
    </form>
  )
}

const pupils = (n: number) => `${n} ${n === 1 ? 'pupil' : 'pupils'}`

const Effect = ({
  group,
  record,
  grounds,
}: {
  group: RetentionGroup
  record: RetentionRule
  grounds: Grounds
}) => {
  const today = useServices().today()
  const on = latest(record.from, today)
  const after = {
    ...grounds,
    rules: [...grounds.rules.filter((row) => row.group !== group || row.from < record.from), record],
  }
  const { earlier, later, newlyDue } = ruleEffect(
    pupilsIn(grounds),
    (pupil) => reviewIn(grounds, pupil, on),
    (pupil) => reviewIn(after, pupil, on),
  )
  const usual = usualRules[group]
  const shorter = record.years * 12 + (record.months ?? 0) < usual.years * 12 + usual.months
  return (
    <div role="status">
      <Text block>
        {earlier + later === 0
          ? t`No pupil’s date changes.`
          : t`The date comes earlier for ${pupils(earlier)} and later for ${pupils(later)}.`}
        {newlyDue > 0 && t` ${pupils(newlyDue)} would be due at once.`}
      </Text>
      {shorter && record.counted === usual.counted && (
        <Text
          block
        >{t`That is shorter than usual (${showPeriod(usual)}). Agree it with your data protection officer first.`}</Text>
      )}
    </div>
  )
}
