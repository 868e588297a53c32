import { inWords, t } from '../../../words/t.ts'
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import { fullName } from '../../../domain/records/pupil.ts'
import { yearGroups } from '../../../domain/rules/codes.ts'
import { showDay } from '../../../domain/rules/day.ts'
import type { Exception, RollUpRow } from '../../../jobs/rollUp.ts'
import { classMoveKey } from '../../../jobs/rollUpClasses.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  opener: { alignSelf: 'start', paddingLeft: '4px', textAlign: 'left' },
})

const why: Record<Exception, string> = {
  outOfYear: t`would not be in the year group of their age: taught out of year group, or moved up already`,
  noYear: t`no year group on record: choose it in their details`,
  notFollowed: t`does not follow the national curriculum years: choose the year group in their details`,
}

/** More exceptions than a person reads one by one. */
const most = 40
const exceptionWords = (count: number) =>
  t`${count === 1 ? t`1 pupil is` : t`${count} pupils are`} left as they are unless you tick them`

/** Who goes where: exceptions in sight, each year group behind its count. */
export const RollUpPreview = ({
  rows,
  ticked,
  classes,
  onToggle,
}: {
  rows: readonly RollUpRow[]
  ticked: ReadonlySet<string>
  classes: Readonly<Record<string, string>>
  onToggle: (key: string) => void
}) => {
  const exceptions = rows.filter(({ exception }) => exception !== null)
  const groups = new Map<string, RollUpRow[]>()
  for (const row of rows.filter(({ exception }) => exception === null)) {
    const name = moveWords(row)
    groups.set(name, [...(groups.get(name) ?? []), row])
  }
  const list = (some: readonly RollUpRow[]) => (
    <Rows rows={some} ticked={ticked} classes={classes} onToggle={onToggle} />
  )
  return (
    <section aria-label={t`Who goes where`}>
      {exceptions.length > most && (
        <Group name={exceptionWords(exceptions.length)} rows={exceptions} ticked={ticked}>
          {list(exceptions)}
        </Group>
      )}
      {exceptions.length > 0 && exceptions.length <= most && (
        <>
          <Text as="h3" weight="semibold" block style={{ margin: '0 0 4px' }}>
            {exceptionWords(exceptions.length)}
          </Text>
          {list(exceptions)}
        </>
      )}
      {[...groups].map(([name, some]) => (
        <Group key={name} name={name} rows={some} ticked={ticked}>
          {list(some)}
        </Group>
      ))}
    </section>
  )
}

const moveWords = ({ pupil, to }: RollUpRow): string => {
  const from = pupil.yearGroup ? inWords(yearGroups[pupil.yearGroup]) : t`No year group`
  return to === null ? from : `${from} → ${to === 'leaves' ? 'leaves' : inWords(yearGroups[to])}`
}

const Group = ({
  name,
  rows,
  ticked,
  children,
}: {
  name: string
  rows: readonly RollUpRow[]
  ticked: ReadonlySet<string>
  children: ReactNode
}) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const chosen = rows.filter(({ pupil }) => ticked.has(pupil.key)).length
  return (
    <div>
      <Button
        appearance="transparent"
        className={styles.opener}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {name}: {chosen === rows.length ? chosen : t`${chosen} of ${rows.length}`}
      </Button>
      {open && children}
    </div>
  )
}

const Rows = ({
  rows,
  ticked,
  classes,
  onToggle,
}: {
  rows: readonly RollUpRow[]
  ticked: ReadonlySet<string>
  classes: Readonly<Record<string, string>>
  onToggle: (key: string) => void
}) => {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {rows.map((row) => {
        const { pupil, to, exception } = row
        const now = pupil.className ?? ''
        const next =
          pupil.yearGroup && to !== 'leaves' ? (classes[classMoveKey(now, pupil.yearGroup)] ?? now) : now
        const facts = [
          exception && moveWords(row),
          to !== 'leaves' && now !== next && `${now} → ${next || t`no class yet`}`,
          exception && t`born ${showDay(pupil.dateOfBirth)}`,
          exception && why[exception],
        ]
        return (
          <li key={pupil.key} className={styles.row}>
            <Checkbox
              checked={ticked.has(pupil.key)}
              disabled={to === null}
              onChange={() => onToggle(pupil.key)}
              label={<Personal>{fullName(pupil)}</Personal>}
            />
            <Text size={200} className={styles.quiet}>
              {facts.filter(Boolean).join(' · ')}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
