import { entriesInWords, inWords, t } from '../../../words/t.ts'
import { Button, Checkbox, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { fieldOf } from '../../../domain/record.ts'
import { Group } from '../../../domain/records/group.ts'
import { schoolWeekdays } from '../../../domain/records/slot.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { seenNow } from '../../../domain/rules/scenario.ts'
import { readScenario, scenarioText } from '../../../domain/rules/scenarioText.ts'
import type { Change, ChangeKind } from '../../../domain/rules/scenarioTypes.ts'
import { changeKinds } from '../../../domain/rules/scenarioWords.ts'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { amountFields, type Answers, changeOf, ends } from './changeAnswers.ts'
import { useOptions } from './useOptions.ts'
import { stateOf } from './useScenario.ts'

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
  const { staff, groups, lines, members, theirs, times } = useOptions(records, starts, answers)
  const add = async () => {
    const change = changeOf(kind, answers, ticked)
    if (change === null) return setSaid([t`Answer what is left first.`])
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
  const roles = entriesInWords(staffRoles).map(([key, text]) => ({ key, text }))
  const typeAhead = (name: string, label: string, options: typeof lines) => (
    <Field label={label} key={name}>
      <TypeAhead
        options={options}
        value={answers[name] ?? null}
        required
        readOnly={false}
        onChosen={(key) => put(name, key ?? '')}
      />
    </Field>
  )
  const line = typeAhead('line', t`Whose support`, lines)
  const amounts = [
    ...amountFields.map((name) => type(name, inWords(fieldOf(Group, name).label))),
    type('size', kind === 'changeLine' ? t`Pupils in the group` : t`Pupils who share its cost`),
    choose('role', t`Delivered by`, roles, t`As it is`),
    choose('to', t`Given by`, [...asStaff, { key: ends, text: t`Nobody named` }], t`As it is`),
  ]
  const fields: Record<ChangeKind, React.ReactNode[]> = {
    loseStaff: [
      choose('member', t`Who goes`, staff.map(({ key, name }) => ({ key, text: name })), t`Choose`),
      choose('to', t`Their work`, [...asStaff.map(({ key, text }) => ({ key, text: t`Goes to ${text}` })), { key: ends, text: t`Ends` }], t`Choose`),
      ...theirs.map(({ key, text }) =>
        choose(`give:${key}`, text, [...asStaff.map((one) => ({ key: one.key, text: t`Goes to ${one.text}` })), { key: ends, text: t`Ends` }], t`As said above`),
      ),
    ],
    mergeGroups: [choose('group', t`This group ends`, asGroups, t`Choose`), choose('into', t`Its pupils go into`, asGroups.filter(({ key }) => key !== answers['group']), t`Choose`)],
    splitGroup: [
      choose('group', t`Which group`, asGroups, t`Choose`),
      type('name', t`Name of the new group`, t`Without a child’s name`),
      choose('to', t`Who gives the new one`, asStaff, t`Not settled yet: no times`),
    ],
    changeGroup: [choose('group', t`Which group`, asGroups, t`Choose`), ...amounts],
    changeLine: [line, ...amounts],
    movePupil: [line, choose('group', t`To which group`, asGroups, t`Choose`)],
    endLine: [line],
    changeTime: [
      typeAhead('slot', t`Which time in the week`, times),
      choose('weekday', t`On`, entriesInWords(schoolWeekdays).map(([key, text]) => ({ key, text })), t`As it is`),
      type('starts', t`Begins`, t`Such as 9:30`),
      type('minutes', t`Minutes`),
      choose('everyWeeks', t`How often`, [{ key: 'every', text: t`Every week` }, { key: 'odd', text: t`Week A` }, { key: 'even', text: t`Week B` }], t`As it is`),
      choose('to', t`Given by`, [...asStaff, { key: ends, text: t`Nobody named` }], t`As it is`),
    ],
    changeHours: [
      choose('member', t`Who`, staff.map(({ key, name }) => ({ key, text: name })), t`Choose`),
      type('hours', t`Hours a week that are paid`),
      type('supportHours', t`Of those for support`, t`Blank: all of them`),
    ],
    changeRate: [choose('role', t`Role`, roles, t`Choose`), type('amount', t`An hour with on-costs`, t`Such as 17.20`)],
  } // prettier-ignore
  return (
    <form
      className={styles.form}
      aria-label={t`Add a change`}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field label={t`What changes`}>
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
        <div role="group" aria-label={t`Who goes into the new group`}>
          <Text block>{t`Who goes into the new group`}</Text>
          {members.map(({ key, text }) => (
            <Checkbox
              key={key}
              label={text}
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
        <Button appearance="primary" type="submit" disabled={busy}>{t`Add this change`}</Button>
        <Button onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </form>
  )
}
