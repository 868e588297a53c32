import { t } from '../../../words/t.ts'
import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { CalendarAddRegular, ClipboardPasteRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { TermDate } from '../../../domain/records/termDate.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { calendarOf } from '../../../domain/rules/schoolCalendar.ts'
import { academicYearOf, showAcademicYear } from '../../../domain/rules/schoolYear.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { StaffDays } from '../../provision/shared/StaffDays.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { CopyYear } from './CopyYear.tsx'
import { PasteTerms } from './PasteTerms.tsx'
import { rowLine, rowName } from './words.ts'
import { YearSummary } from './YearSummary.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px', paddingBottom: '28px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** The school's own days by academic year: terms, holidays, training days, closures, days without meetings. */
export const CalendarSection = ({ about }: { about: string | null }) => {
  const styles = useStyles()
  const today = useServices().today()
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <section className={styles.part} aria-label={t`Calendar`}>
      <Text
        className={styles.quiet}
      >{t`When the school teaches and when it is shut. Reviews are planned on these days, and limits in school days are counted by them.`}</Text>
      <Loaded queries={[useAll(TermDate)]} shape={<Waiting />}>
        {(dates) => {
          const asked = dates.records.find(({ key }) => key === about)
          const year = chosen ?? academicYearOf(asked?.starts ?? today)
          return (
            <>
              <Unreadable listings={[dates]} />
              <StaffDays />
              {about !== null && !asked && (
                <Text>{t`That date is not here any more: it was archived, or never was.`}</Text>
              )}
              <TabList
                selectedValue={year}
                aria-label={t`School year`}
                onTabSelect={(_, { value }) => setChosen(value as number)}
              >
                {yearsOf(dates.records, today).map((each) => (
                  <Tab key={each} value={each}>
                    {showAcademicYear(each)}
                  </Tab>
                ))}
              </TabList>
              <Year key={year} year={year} all={dates.records} today={today} opened={asked?.key ?? null} />
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

/** This year, the next, and every year of which something is recorded. */
const yearsOf = (all: readonly TermDate[], today: Day): number[] => {
  const now = academicYearOf(today)
  return [...new Set([now, now + 1, ...all.map(({ starts }) => academicYearOf(starts))])].toSorted()
}

const add = { words: t`Add a date`, fields: ['kind', 'name', 'starts', 'ends'] } as const

const Year = ({
  year,
  all,
  today,
  opened,
}: {
  year: number
  all: readonly Stored<TermDate>[]
  today: Day
  /** The key of the row to begin with open. */
  opened: string | null
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(TermDate)
  const [adding, setAdding] = useState<'paste' | 'copy' | 'one' | null>(null)
  const own = all
    .filter(({ starts }) => academicYearOf(starts) === year)
    .toSorted((a, b) => (`${a.starts}${b.ends}` < `${b.starts}${a.ends}` ? -1 : 1))
  // Copied beside terms that are there, the two would overlap.
  const copies =
    !own.some(({ kind }) => kind === 'term') && all.some(({ starts }) => academicYearOf(starts) === year - 1)
  const close = () => setAdding(null)
  const ways = mayWrite && adding === null && (
    <div className={styles.buttons}>
      <Button
        appearance={own.length === 0 ? 'primary' : 'secondary'}
        icon={<ClipboardPasteRegular />}
        onClick={() => setAdding('paste')}
      >{t`Paste term dates`}</Button>
      {copies && (
        <Button
          icon={<CopyRegular />}
          onClick={() => setAdding('copy')}
        >{t`Copy ${showAcademicYear(year - 1)}`}</Button>
      )}
      {own.length === 0 && (
        <Button icon={<CalendarAddRegular />} onClick={() => setAdding('one')}>
          {add.words}
        </Button>
      )}
    </div>
  )
  const panels = {
    paste: <PasteTerms year={year} known={all} onClose={close} />,
    copy: <CopyYear year={year} known={all} onClose={close} />,
    one: (
      <AddForm
        type={TermDate}
        title={add.words}
        given={{ kind: 'term' }}
        fields={add.fields}
        onClose={close}
      />
    ),
  }
  if (own.length === 0) {
    return (
      <>
        {adding === null && (
          <Notice
            title={t`No term dates for ${showAcademicYear(year)} yet`}
            todo={t`Paste the list that your council or trust prints. Until then every weekday but public holidays counts as a school day.`}
            action={ways}
          />
        )}
        {adding && panels[adding]}
      </>
    )
  }
  return (
    <>
      <YearSummary calendar={calendarOf(all)} year={year} today={today} />
      {ways}
      {adding && panels[adding]}
      <RecordCards
        type={TermDate}
        records={own}
        summary={(row) => <TwoLines first={rowName(row)} second={rowLine(row)} />}
        groups={[{ fields: [...add.fields, 'meetings'] }]}
        opened={own.some(({ key }) => key === opened) ? opened : null}
        add={{ ...add, given: { kind: 'inset' } }}
        empty={{ title: '', todo: '' }}
      />
    </>
  )
}
