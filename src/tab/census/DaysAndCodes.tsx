import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { CensusSetting } from '../../domain/records/censusSetting.ts'
import { codeRows, sureWords, takenWords } from '../../domain/rules/censusCodes.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { type Day, showDay, showWeekday } from '../../domain/rules/day.ts'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px', maxWidth: '860px' },
  opener: { alignSelf: 'flex-start' },
  title: { margin: '8px 0 0' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(220px, 1fr) minmax(220px, 1.4fr)',
    gap: '2px 16px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  source: { overflowWrap: 'anywhere' },
})

const fields = ['what', 'type', 'day', 'source', 'note'] as const
const { choices } = CensusSetting.fields.what
const first = ({ what, type, day }: CensusSetting) =>
  type
    ? t`${inWords(needTypes[type])}: ${what === 'taken' ? 'taken' : t`no longer taken`} from ${showDay(day)}`
    : `${choices[what]}: ${showWeekday(day)}`

/** What the check takes as given: the days that the school wrote down, and which types of need are taken from when on. */
export const DaysAndCodes = ({ day, settings }: { day: Day; settings: readonly Stored<CensusSetting>[] }) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.part} aria-label={t`Census days and codes`}>
      <Button
        className={styles.opener}
        appearance="subtle"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`Census days and codes`}</Button>
      {open && (
        <>
          <Text
            className={styles.quiet}
          >{t`The check knows the usual days and the code set. Where the Department settles something else, write it down here once: it then holds for everybody in this school.`}</Text>
          <RecordCards
            type={CensusSetting}
            records={settings.toSorted((a, b) => (a.day < b.day ? 1 : -1))}
            summary={(row) => <TwoLines first={first(row)} second={row.source} />}
            groups={[{ fields }]}
            add={{ words: t`Add a day or a code`, given: {}, fields: fields.slice(0, 4) }}
            empty={{
              title: t`Nothing is written down yet`,
              todo: t`The usual days and the code set below hold.`,
            }}
          />
          <Text
            as="h2"
            size={400}
            weight="semibold"
            className={styles.title}
          >{t`Types of need that the spring census takes`}</Text>
          <ul className={styles.list}>
            {codeRows(settings).map((row) => {
              const taken = row.from <= day && (row.until === null || row.until > day)
              return (
                <li key={row.code} className={styles.line}>
                  <span>
                    <Text block>{inWords(needTypes[row.code])}</Text>
                    <StatusMark
                      status={taken ? 'done' : 'unknown'}
                      word={t`${taken ? 'Taken' : t`Not taken`} on ${showDay(day)}`}
                    />
                  </span>
                  <span className={styles.source}>
                    <Text block>{takenWords(row)}</Text>
                    <Text block size={200} className={styles.quiet}>
                      {row.source}. {sureWords(row)}.
                    </Text>
                  </span>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
