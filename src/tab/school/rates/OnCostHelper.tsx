import { entriesInWords, t } from '../../../words/t.ts'
import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Value } from '../../../domain/fields.ts'
import type { Rate } from '../../../domain/records/rate.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { parseMoney, showMoney } from '../../../domain/rules/money.ts'
import { fromHourly, fromSalary, hintOn, hintWords, type OnCostHint } from '../../../domain/rules/onCosts.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    maxWidth: '860px',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

const numberIn = (typed: string): number | null =>
  /^\d+(\.\d{1,4})?$/.test(typed.trim()) ? Number(typed.trim()) : null
const shown = (value: number) => String(value)

type Name = 'basic' | 'annual' | 'hours' | 'weeks' | 'ni' | 'niFrom' | 'pension' | 'levy'
const labels: Record<Name, string> = {
  basic: t`Basic pay an hour, £`,
  annual: t`Pay a year, £`,
  hours: t`Hours a week in the contract`,
  weeks: t`Paid weeks a year`,
  ni: t`Employer’s National Insurance, %`,
  niFrom: t`National Insurance above, £ a year`,
  pension: t`Employer’s pension, %`,
  levy: t`Apprenticeship Levy, %, if any`,
}
const fieldsOf = {
  hour: ['basic', 'ni', 'pension', 'levy'],
  year: ['annual', 'hours', 'weeks', 'ni', 'niFrom', 'pension', 'levy'],
} as const

/** What an hour of a role costs, from pay and on-costs; the figures to begin with say how sure they are. */
export const OnCostHelper = ({
  today,
  onUse,
  onClose,
}: {
  today: Day
  onUse: (given: Record<string, Value>) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const first = useRef<HTMLElement>(null)
  useEffect(() => first.current?.querySelector('select')?.focus(), [])
  const [role, setRole] = useState<Rate['role']>('ta')
  const [way, setWay] = useState<'hour' | 'year'>('year')
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({})
  const pensionOf =
    role === 'teacher' || role === 'specialistTeacher' || role === 'senco' ? 'teacherPension' : 'staffPension'
  const hints: Partial<Record<Name, OnCostHint | undefined>> = {
    ni: hintOn('ni', today),
    niFrom: hintOn('niFrom', today),
    pension: hintOn(pensionOf, today),
    levy: hintOn('levy', today),
  }
  const begun = (name: Name): string => {
    const hint = hints[name]
    if (!hint || hint.value === null) return ''
    return name === 'niFrom' ? (hint.value / 100).toFixed(2) : shown(hint.value)
  }
  const textOf = (name: Name) => typed[name] ?? begun(name)
  const isMoney = (name: Name) => name === 'basic' || name === 'annual' || name === 'niFrom'
  const valueOf = (name: Name): number | null =>
    isMoney(name) ? parseMoney(textOf(name)) : numberIn(textOf(name))
  // A figure that was left out is asked for: as nothing it would make an hour too cheap.
  const asked: readonly Name[] = way === 'hour' ? ['ni', 'pension'] : ['ni', 'niFrom', 'pension']
  const open = asked.filter((name) => valueOf(name) === null)
  const wrongLevy = textOf('levy') !== '' && valueOf('levy') === null
  const result =
    open.length > 0 || wrongLevy
      ? null
      : way === 'hour'
        ? fromHourly({
            basic: valueOf('basic'),
            ni: valueOf('ni'),
            pension: valueOf('pension'),
            levy: valueOf('levy'),
          })
        : fromSalary({
            annual: valueOf('annual'),
            hours: valueOf('hours'),
            weeks: valueOf('weeks'),
            ni: valueOf('ni'),
            niFrom: valueOf('niFrom'),
            pension: valueOf('pension'),
            levy: valueOf('levy'),
          })
  return (
    <section ref={first} className={styles.card} aria-label={t`Reckon an hour’s cost from pay`}>
      <Text
        as="h2"
        size={400}
        weight="semibold"
        style={{ margin: 0 }}
      >{t`Reckon an hour’s cost from pay`}</Text>
      <div className={styles.grid}>
        <Field label={t`Role`}>
          <Select value={role} onChange={(_, { value }) => setRole(value as Rate['role'])}>
            {entriesInWords(staffRoles).map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t`From`}>
          <RadioGroup
            layout="horizontal"
            value={way}
            onChange={(_, { value }) => setWay(value as typeof way)}
          >
            <Radio value="year" label={t`Pay for a year`} />
            <Radio value="hour" label={t`Pay for an hour`} />
          </RadioGroup>
        </Field>
      </div>
      <div className={styles.grid}>
        {fieldsOf[way].map((name) => {
          const text = textOf(name)
          const hint = hints[name]
          const wrong = text !== '' && valueOf(name) === null
          return (
            <Field
              key={name}
              label={labels[name]}
              validationState={wrong ? 'error' : 'none'}
              validationMessage={wrong ? t`Write a number, such as 24.5` : null}
              hint={
                hint
                  ? `${begun(name) === '' || typed[name] === undefined ? '' : `Usual: ${begun(name)}. `}${hintWords(hint, today)}`
                  : null
              }
            >
              <Input
                inputMode="decimal"
                value={text}
                onChange={(_, { value }) => setTyped((now) => ({ ...now, [name]: value }))}
              />
            </Field>
          )
        })}
      </div>
      <Text size={200} className={styles.quiet}>
        {t`Write 0 for National Insurance and pension where the pay that you entered is the whole cost to the school.`}
        {way === 'hour' &&
          t` From an hour’s pay, National Insurance is taken on all of it: from a year’s pay is closer for staff who earn little.`}
      </Text>
      <Text aria-live="polite">
        {result ? (
          <>
            <b>{t`${showMoney(result.pence)} an hour.`}</b> {result.working}
          </>
        ) : open.length > 0 && (valueOf('annual') ?? valueOf('basic')) !== null ? (
          t`Write ${open.map((name) => labels[name].split(',')[0]).join(' and ')} too; 0 where there is none.`
        ) : (
          t`Fill in the pay to see what an hour costs.`
        )}
      </Text>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={!result}
          onClick={() =>
            result &&
            onUse({
              role,
              from: today,
              basis: 'hour',
              amount: result.pence,
              working: result.working,
              source: t`Reckoned from pay`,
            })
          }
        >{t`Use it for a rate`}</Button>
        <Button onClick={onClose}>{t`Close`}</Button>
      </div>
    </section>
  )
}
