import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Provision } from '../../../domain/records/provision.ts'
import { areasOfNeed } from '../../../domain/rules/codes.ts'
import type { Level } from '../../../domain/rules/levels.ts'
import { fromLibrary, nextName } from '../../../domain/rules/library.ts'
import { type LibraryEntry, libraryEntries } from '../../../domain/rules/libraryEntries.ts'
import { FoldedCard } from '../../../ui/FoldedCard.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { TwoLines } from '../../../ui/RecordCards.tsx'
import { useMake } from '../shared/useMake.ts'
import { CatalogueBar } from './CatalogueBar.tsx'
import { isFound, noFilter } from './catalogueFilter.ts'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    maxWidth: '900px',
    padding: '12px 16px 16px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '8px', flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 180px) minmax(0, 1fr)',
    gap: '6px 16px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)', '& dd': { marginBottom: '6px' } },
  },
})

const usual = ({ sessionsPerWeek, minutes, weeks, groupSize }: LibraryEntry): string =>
  [
    sessionsPerWeek !== null && minutes !== null && t`${sessionsPerWeek} × ${minutes} min a week`,
    weeks !== null && counted(weeks, 'week'),
    groupSize !== null && (groupSize === 1 ? t`one pupil` : t`${groupSize} pupils together`),
  ]
    .filter(Boolean)
    .join(', ') || t`No set times`

/** Starting points: read one, copy it with a click, make it your own. */
export const Library = ({
  offered,
  levels,
  onClose,
}: {
  offered: readonly Stored<Provision>[]
  levels: readonly Level[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const part = useRef<HTMLElement>(null)
  const [filter, setFilter] = useState(noFilter)
  const [open, setOpen] = useState<string | null>(null)
  const { make, busy, trouble } = useMake(Provision)
  useEffect(() => part.current?.focus(), [])
  const taken = offered.map(({ name }) => name)
  const shown = libraryEntries.filter((entry) => isFound(entry, filter))
  const copy = (entry: LibraryEntry) => {
    const name = taken.includes(entry.name) ? nextName(entry.name, taken) : entry.name
    void make({ ...fromLibrary(entry), name }, t`${name} is in your catalogue`)
  }
  return (
    <section ref={part} tabIndex={-1} className={styles.part} aria-label={t`Library`}>
      <div className={styles.head}>
        <Text
          as="h2"
          size={400}
          weight="semibold"
          style={{ margin: 0 }}
        >{t`Library: kinds of provision to begin from`}</Text>
        <Button size="small" onClick={onClose}>{t`Close the library`}</Button>
      </div>
      <Text
        className={styles.quiet}
      >{t`Usual kinds of help in plain words. A copy becomes yours: change its name, times and criteria to what your school does.`}</Text>
      <CatalogueBar label={t`Find in the library`} filter={filter} levels={levels} onFilter={setFilter} />
      {trouble && <TroubleNotice trouble={trouble} />}
      <Text role="status" size={200}>
        {shown.length === 0
          ? t`Nothing in the library fits this: show all, or write it yourself with Add provision.`
          : t`${shown.length} of ${libraryEntries.length}`}
      </Text>
      <div>
        {shown.map((entry) => (
          <FoldedCard
            key={entry.id}
            heading={null}
            open={open === entry.id}
            onToggle={() => setOpen(open === entry.id ? null : entry.id)}
            summary={
              <TwoLines
                first={entry.name}
                second={[
                  levels.find(({ level }) => level === entry.level)?.name,
                  inWords(areasOfNeed[entry.areaOfNeed]),
                  inWords(Provision.fields.line.choices[entry.line]),
                  taken.includes(entry.name) && t`in your catalogue`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            }
            aside={
              <Button
                size="small"
                icon={<AddRegular />}
                disabled={busy}
                aria-label={t`${taken.includes(entry.name) ? t`Copy again` : t`Copy`}: ${entry.name}`}
                onClick={() => copy(entry)}
              >
                {taken.includes(entry.name) ? t`Copy again` : t`Copy`}
              </Button>
            }
          >
            <dl className={styles.facts}>
              <dt>{t`What it is`}</dt>
              <dd>{entry.description}</dd>
              <dt>{t`What it should change`}</dt>
              <dd>{entry.intended}</dd>
              <dt>{t`Who it is for`}</dt>
              <dd>{entry.entry}</dd>
              <dt>{t`When it ends`}</dt>
              <dd>{entry.exit}</dd>
              <dt>{t`Training`}</dt>
              <dd>{entry.training ?? t`None beyond the usual`}</dd>
              <dt>{t`Usually`}</dt>
              <dd>{usual(entry)}</dd>
              <dt>{t`What it rests on`}</dt>
              <dd>{entry.evidenceBase}</dd>
            </dl>
          </FoldedCard>
        ))}
      </div>
    </section>
  )
}
