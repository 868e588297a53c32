import { t } from '../../words/t.ts'
import { Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useId, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Day } from '../../domain/rules/day.ts'
import { type Act, nearDay, type WorkLine } from '../../domain/rules/todayTypes.ts'
import { Personal, PupilName } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Why } from '../../ui/Why.tsx'
import { useGo } from '../routes.ts'
import { LineForm } from './LineForm.tsx'
import { NextButton } from './NextButton.tsx'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '136px minmax(120px, 190px) minmax(200px, 1fr) 158px 176px',
    gap: '2px 16px',
    alignItems: 'center',
    padding: '6px 4px',
    minHeight: '44px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 1023px)': { gridTemplateColumns: '136px minmax(0, 1fr) auto', padding: '8px 4px' },
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '4px 12px' },
  },
  who: { '@media (max-width: 560px)': { gridColumn: '1 / -1', gridRow: 2 } },
  what: {
    '@media (max-width: 1023px)': { gridColumn: '1 / 3', gridRow: 2 },
    '@media (max-width: 560px)': { gridColumn: '1 / -1', gridRow: 3 },
  },
  day: {
    whiteSpace: 'nowrap',
    '@media (max-width: 1023px)': { gridColumn: '3', gridRow: 1, textAlign: 'right' },
    '@media (max-width: 560px)': { gridColumn: '2', gridRow: 1 },
  },
  button: {
    justifySelf: 'end',
    '@media (max-width: 1023px)': { gridColumn: '3', gridRow: 2 },
    '@media (max-width: 560px)': { gridColumn: '1 / -1', gridRow: 4, justifySelf: 'start' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  // A finger's target is at least 24 px high; the words stay where they are.
  more: {
    fontSize: tokens.fontSizeBase200,
    position: 'relative',
    '::after': { content: '""', position: 'absolute', inset: '-5px 0' },
  },
  rest: { listStyle: 'none', margin: 0, padding: '0 0 0 12px', borderLeft: `3px solid ${tokens.colorNeutralStroke2}` },
  form: { padding: '8px 0 12px' },
  here: { ':focus-within': { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` } },
}) // prettier-ignore

export type Pupils = ReadonlyMap<string, Stored<Pupil>>

/** One row of the list: the line that comes first, and under it whatever else there is about the same pupil. */
export const WorkRow = ({
  lines,
  pupils,
  today,
  mayWrite,
}: {
  lines: readonly WorkLine[]
  pupils: Pupils
  today: Day
  /** Null until that is known. */
  mayWrite: boolean | null
}) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const [first, ...rest] = lines
  const id = useId()
  const more = rest.length > 0 && (
    <Link
      as="button"
      inline
      aria-expanded={open}
      aria-controls={id}
      className={styles.more}
      onClick={() => setOpen(!open)}
    >
      {open ? t`Show only the first` : t`and ${rest.length} more`}
    </Link>
  )
  return (
    <li>
      <Line line={first!} pupils={pupils} today={today} mayWrite={mayWrite} more={more} />
      {rest.length > 0 && (
        <ul id={id} className={styles.rest} hidden={!open} aria-label={t`More about the same pupil`}>
          {open &&
            rest.map((line) => (
              <li key={line.id}>
                <Line line={line} pupils={pupils} today={today} mayWrite={mayWrite} />
              </li>
            ))}
        </ul>
      )}
    </li>
  )
}

const Line = ({
  line,
  pupils,
  today,
  mayWrite,
  more = null,
}: {
  line: WorkLine
  pupils: Pupils
  today: Day
  /** Null until that is known. */
  mayWrite: boolean | null
  more?: ReactNode
}) => {
  const styles = useStyles()
  // What was begun stays open when the line's next step has become another by it.
  const [writing, setWriting] = useState<Act | null>(null)
  const id = useId()
  return (
    <>
      <div className={mergeClasses(styles.line, styles.here)} data-work>
        <StatusMark status={line.status} word={line.meeting?.time ?? line.word} />
        <span className={styles.who} id={`${id}who`}>
          <Who line={line} pupils={pupils} />
        </span>
        <span className={styles.what}>
          <span id={`${id}what`}>{line.typed ? <Personal>{line.what}</Personal> : line.what}</span>
          {line.detail && (
            <Text size={200} className={styles.quiet}>
              {' '}
              · {line.detail}
            </Text>
          )}{' '}
          {more}
        </span>
        <span className={styles.day}>
          <When line={line} today={today} />
        </span>
        <span className={styles.button}>
          <NextButton
            line={line}
            mayWrite={mayWrite}
            about={`${id}who ${id}what`}
            open={writing !== null}
            onForm={(act) => setWriting(writing ? null : act)}
          />
        </span>
      </div>
      {writing && (
        <div className={styles.form}>
          <LineForm
            act={writing}
            task={line.task}
            pupil={pupils.get(line.pupils[0] ?? '') ?? null}
            onClose={() => setWriting(null)}
          />
        </div>
      )}
    </>
  )
}

const Who = ({ line, pupils }: { line: WorkLine; pupils: Pupils }) => {
  const styles = useStyles()
  const { href } = useGo()
  const [key, ...others] = line.pupils
  const pupil = key === undefined ? undefined : pupils.get(key)
  if (others.length > 0) return <Text>{t`${line.pupils.length} pupils`}</Text>
  if (!pupil) return <Text className={styles.quiet}>{t`The school`}</Text>
  return (
    <Link href={href({ at: 'pupil', key: pupil.key, section: 'thread' })}>
      <PupilName pupil={pupil} short />
    </Link>
  )
}

const When = ({ line: { day, when, why }, today }: { line: WorkLine; today: Day }) => {
  const styles = useStyles()
  const words = day === null ? t`Why` : when === 'today' ? t`Today` : nearDay(day, today)
  return (
    <Text className={styles.quiet}>
      {day !== null && (when === 'overdue' ? t`was due ` : when === 'today' ? '' : t`by `)}
      {why ? <Why why={why}>{words}</Why> : day === null ? '' : words}
    </Text>
  )
}
