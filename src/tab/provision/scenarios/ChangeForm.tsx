import { Button, Checkbox, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { parse, type Value } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import { Group } from '../../../domain/records/group.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { isThem } from '../../../domain/rules/deploymentPeople.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { seenNow } from '../../../domain/rules/scenario.ts'
import { readScenario, scenarioText } from '../../../domain/rules/scenarioText.ts'
import type { Change, ChangeKind } from '../../../domain/rules/scenarioTypes.ts'
import { changeKinds } from '../../../domain/rules/scenarioWords.ts'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import { useHiddenDetails } from '../../../ui/hiddenDetails.tsx'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { calledOn, stateOf } from './useScenario.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    maxWidth: '720px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    gap: '12px 20px',
    alignItems: 'start',
  },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

type Answers = Readonly<Record<string, string>>
const ends = 'end'
const keep = ''
const amountFields = ['sessionsPerWeek', 'minutes', 'prepMinutes', 'weeks'] as const

const numberIn = (type: typeof Group | typeof Rate | typeof SupportStaff, name: string, typed: string) => {
  const read = parse(fieldOf(type, name), typed)
  return 'value' in read ? read.value : undefined
}

/** A change made by plain choices. `null` while an answer is missing; words where one can't be. */
const changeOf = (
  kind: ChangeKind,
  answers: Answers,
  ticked: readonly string[],
): Omit<Change, 'seen'> | string | null => {
  const one = (name: string) => answers[name] ?? ''
  const staffOf = (name: string) => (one(name) === ends ? null : one(name))
  const amounts = (): Record<string, Value> | string => {
    const set: Record<string, Value> = {}
    for (const name of amountFields) {
      if (one(name).trim() === '') continue
      const value = numberIn(Group, name, one(name))
      if (value === undefined || value === null) return `${fieldOf(Group, name).label}: write a number.`
      set[name] = value
    }
    if (one('size').trim() !== '') {
      const value = numberIn(Group, 'size', one('size'))
      if (value === undefined || value === null) return 'Pupils who share its cost: write a whole number.'
      set[kind === 'changeLine' ? 'groupSize' : 'size'] = value
    }
    if (one('role') !== keep) set['role'] = one('role')
    if (one('to') !== keep) set['member'] = staffOf('to')
    return Object.keys(set).length === 0 ? 'Say what changes.' : set
  }
  switch (kind) {
    case 'loseStaff':
      if (!one('member') || !one('to')) return null
      return {
        do: kind,
        member: one('member'),
        rest: staffOf('to'),
        give: Object.fromEntries(
          Object.entries(answers).flatMap(([name, value]) =>
            name.startsWith('give:') && value !== keep ? [[name.slice(5), value === ends ? null : value]] : [],
          ),
        ),
      } as Omit<Change, 'seen'>
    case 'mergeGroups':
      return one('group') && one('into')
        ? ({ do: kind, from: one('group'), into: one('into') } as Omit<Change, 'seen'>)
        : null
    case 'splitGroup':
      return one('group') && one('name').trim() && ticked.length > 0
        ? ({
            do: kind,
            group: one('group'),
            lines: ticked,
            name: one('name').trim(),
            member: one('to') === keep ? null : staffOf('to'),
          } as Omit<Change, 'seen'>)
        : null
    case 'changeGroup':
    case 'changeLine': {
      const about = kind === 'changeGroup' ? 'group' : 'line'
      if (!one(about)) return null
      const set = amounts()
      return typeof set === 'string' ? set : ({ do: kind, [about]: one(about), set } as unknown as Omit<Change, 'seen'>)
    }
    case 'movePupil':
      return one('line') && one('group')
        ? ({ do: kind, line: one('line'), to: one('group') } as Omit<Change, 'seen'>)
        : null
    case 'endLine':
      return one('line') ? ({ do: kind, line: one('line') } as Omit<Change, 'seen'>) : null
    case 'changeHours': {
      if (!one('member') || !one('hours')) return null
      const hours = numberIn(SupportStaff, 'hours', one('hours'))
      const support = one('supportHours').trim() === '' ? null : numberIn(SupportStaff, 'supportHours', one('supportHours'))
      return hours === undefined || hours === null || support === undefined
        ? 'Hours a week: write a number.'
        : ({ do: kind, member: one('member'), hours, supportHours: support } as unknown as Omit<Change, 'seen'>)
    }
    case 'changeRate': {
      if (!one('role') || !one('amount')) return null
      const amount = numberIn(Rate, 'amount', one('amount'))
      return amount === undefined || amount === null
        ? 'Amount: write it in pounds, such as 17.20.'
        : ({ do: kind, role: one('role'), basis: 'hour', amount, weeks: null } as unknown as Omit<Change, 'seen'>)
    }
  }
} // prettier-ignore

/** What changes, said by choosing: one change at a time. */
export const ChangeForm = ({
  records,
  starts,
  onAdd,
  onClose,
}: {
  records: DeployedRecords
  starts: Day
  onAdd: (change: Change) => Promise<void>
  onClose: () => void
}) => {
  const styles = useStyles()
  const [kind, setKind] = useState<ChangeKind>('loseStaff')
  const [answers, setAnswers] = useState<Answers>({})
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [said, setSaid] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const put = (name: string, value: string) => setAnswers({ ...answers, [name]: value })
  const open = <T extends { readonly until: string | null }>(all: readonly T[]) =>
    all.filter(({ until }) => until === null || until >= starts)
  const staff = open(records.staff).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const groups = open(records.groups).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const called = calledOn(records, useHiddenDetails().hidden)
  const running = open(filledFromGroups(records.allocations, records.groups))
  const lines = running
    .map(({ key }) => ({ key, text: called.line(key) }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
  const members = running.filter((line) => line.group === answers['group'])
  const lost = staff.find(({ key }) => key === answers['member'])
  const theirs = lost
    ? [
        ...groups.filter((group) => isThem(lost, group)).map(({ key, name }) => ({ key, text: name })),
        ...running
          .filter((line) => line.group === null && isThem(lost, { staff: line.staff }))
          .map(({ key }) => ({ key, text: called.line(key) })),
      ]
    : []
  const add = async () => {
    const change = changeOf(kind, answers, ticked)
    if (change === null) return setSaid(['Answer what is left first.'])
    if (typeof change === 'string') return setSaid([change])
    const whole = { ...change, seen: {} } as Change
    const seen = { ...whole, seen: seenNow(whole, stateOf(records)) } as Change
    const read = readScenario(scenarioText([seen]))
    if (read.complaints) return setSaid(read.complaints.map((words) => words.replace(/^Change 1 /, 'It ')))
    setBusy(true)
    await onAdd(seen)
    setBusy(false)
  }
  const choose = (name: string, label: string, options: readonly { key: string; text: string }[], first: string) => (
    <Field label={label} key={name}>
      <Select value={answers[name] ?? ''} onChange={(_, { value }) => put(name, value)}>
        <option value="">{first}</option>
        {options.map(({ key, text }) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  ) // prettier-ignore
  const type = (name: string, label: string, hint = '') => (
    <Field label={label} key={name} {...(hint ? { hint } : {})}>
      <Input value={answers[name] ?? ''} onChange={(_, { value }) => put(name, value)} />
    </Field>
  )
  const asStaff = staff
    .filter(({ key }) => key !== answers['member'])
    .map(({ key, name }) => ({ key, text: name }))
  const asGroups = groups.map(({ key, name }) => ({ key, text: name }))
  const roles = Object.entries(staffRoles).map(([key, text]) => ({ key, text }))
  const line = (
    <Field label="Whose support" key="line">
      <TypeAhead
        options={lines}
        value={answers['line'] ?? null}
        required
        readOnly={false}
        onChosen={(key) => put('line', key ?? '')}
      />
    </Field>
  )
  const amounts = [
    ...amountFields.map((name) => type(name, fieldOf(Group, name).label)),
    type('size', kind === 'changeLine' ? 'Pupils in the group' : 'Pupils who share its cost'),
    choose('role', 'Delivered by', roles, 'As it is'),
    choose('to', 'Given by', [...asStaff, { key: ends, text: 'Nobody named' }], 'As it is'),
  ]
  const fields: Record<ChangeKind, React.ReactNode[]> = {
    loseStaff: [
      choose('member', 'Who goes', staff.map(({ key, name }) => ({ key, text: name })), 'Choose'),
      choose('to', 'Their work', [...asStaff.map(({ key, text }) => ({ key, text: `Goes to ${text}` })), { key: ends, text: 'Ends' }], 'Choose'),
      ...theirs.map(({ key, text }) =>
        choose(`give:${key}`, text, [...asStaff.map((one) => ({ key: one.key, text: `Goes to ${one.text}` })), { key: ends, text: 'Ends' }], 'As said above'),
      ),
    ],
    mergeGroups: [choose('group', 'This group ends', asGroups, 'Choose'), choose('into', 'Its pupils go into', asGroups.filter(({ key }) => key !== answers['group']), 'Choose')],
    splitGroup: [
      choose('group', 'Which group', asGroups, 'Choose'),
      type('name', 'Name of the new group', 'Without a child’s name'),
      choose('to', 'Who gives the new one', asStaff, 'Not settled yet: no times'),
    ],
    changeGroup: [choose('group', 'Which group', asGroups, 'Choose'), ...amounts],
    changeLine: [line, ...amounts],
    movePupil: [line, choose('group', 'To which group', asGroups, 'Choose')],
    endLine: [line],
    changeHours: [
      choose('member', 'Who', staff.map(({ key, name }) => ({ key, text: name })), 'Choose'),
      type('hours', 'Hours a week that are paid'),
      type('supportHours', 'Of those for support', 'Blank: all of them'),
    ],
    changeRate: [choose('role', 'Role', roles, 'Choose'), type('amount', 'An hour with on-costs', 'Such as 17.20')],
  } // prettier-ignore
  return (
    <form
      className={styles.form}
      aria-label="Add a change"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field label="What changes">
        <Select
          value={kind}
          onChange={(_, { value }) => {
            setKind(value as ChangeKind)
            setAnswers({})
            setTicked([])
            setSaid([])
          }}
        >
          {Object.entries(changeKinds).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.grid}>{fields[kind]}</div>
      {kind === 'splitGroup' && members.length > 0 && (
        <div role="group" aria-label="Who goes into the new group">
          <Text block>Who goes into the new group</Text>
          {members.map(({ key }) => (
            <Checkbox
              key={key}
              label={called.line(key)}
              checked={ticked.includes(key)}
              onChange={(_, { checked }) =>
                setTicked(checked === true ? [...ticked, key] : ticked.filter((other) => other !== key))
              }
            />
          ))}
        </div>
      )}
      {said.length > 0 && (
        <div role="alert">
          {said.map((words) => (
            <Text block key={words}>
              {words}
            </Text>
          ))}
        </div>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabled={busy}>
          Add this change
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
