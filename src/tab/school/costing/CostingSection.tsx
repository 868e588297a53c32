import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Value } from '../../../domain/fields.ts'
import { newKey } from '../../../domain/key.ts'
import type { Stored } from '../../../domain/record.ts'
import { fieldsOf } from '../../../domain/record.ts'
import { CostingRulebook } from '../../../domain/records/costingRulebook.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { rulebookOn } from '../../../domain/rules/rulebook.ts'
import { exampleRulebooks } from '../../../domain/rules/rulebookExamples.ts'
import { readRulebook } from '../../../documents/rulebookFile.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { FoldedCard } from '../../../ui/FoldedCard.tsx'
import { Loaded, Notice, TroubleNotice } from '../../../ui/Loaded.tsx'
import { moneyRecords, useMoneyQueries } from '../../../ui/money/useMoneyRecords.ts'
import { TwoLines } from '../../../ui/RecordCards.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useSay } from '../../../ui/undo.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { PassOnRulebook } from './PassOnRulebook.tsx'
import { RulebookCard } from './RulebookCard.tsx'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '16px', paddingBottom: '28px', maxWidth: '1100px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '680px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  file: { display: 'none' },
})

const first = ['authority', 'from', 'name', 'source', 'sourced'] as const
const valuesOf = (book: CostingRulebook): Record<string, Value> =>
  Object.fromEntries(fieldsOf(CostingRulebook).map(([name]) => [name, book[name as keyof CostingRulebook]]))
const order = (a: CostingRulebook, b: CostingRulebook) =>
  a.authority.localeCompare(b.authority, 'en-GB') || (a.from < b.from ? 1 : -1)

/** How each authority wants provision costed: written once, dated, with an example that follows what is typed. */
export const CostingSection = () => {
  const styles = useStyles()
  const { today: now, records: site, now: clock } = useServices()
  const today = now()
  const queries = useMoneyQueries()
  const mayWrite = useMayWrite(CostingRulebook)
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const [complaint, setComplaint] = useState<string | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [adding, setAdding] = useState<{ title: string; given: Record<string, Value> } | null>(null)
  const [passing, setPassing] = useState<CostingRulebook | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const take = async (file: File | undefined) => {
    if (!file) return
    setComplaint(null)
    const read = readRulebook(await file.text())
    if ('complaint' in read) return setComplaint(read.complaint)
    await attempt(async () => {
      const stored = await site.store(CostingRulebook).create(read.rulebook, newKey(clock().getTime()))
      put(CostingRulebook, stored)
      setOpen(stored.key)
      say(t`Costing rules of ${stored.authority} added`)
    })
  }
  return (
    <div className={styles.whole}>
      <Text
        className={styles.quiet}
      >{t`Each authority costs provision in its own way: so many weeks, its own rates, this counts and that doesn’t. Write it here once, from a date on, with where it is written. Money and requests to that authority follow it.`}</Text>
      {complaint && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{complaint}</MessageBarBody>
        </MessageBar>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <input
        ref={input}
        className={styles.file}
        type="file"
        accept=".json"
        aria-label={t`Costing rules that another school saved`}
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {mayWrite && !adding && (
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            onClick={() => setAdding({ title: t`Write an authority’s rules`, given: { from: today } })}
          >{t`Write an authority’s rules`}</Button>
          <Menu>
            <MenuTrigger>
              <Button>{t`Begin from an example`}</Button>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {exampleRulebooks.map(({ about, rulebook }) => (
                  <MenuItem
                    key={rulebook.authority}
                    subText={about}
                    onClick={() =>
                      setAdding({
                        title: t`Begin from ${rulebook.authority}`,
                        given: { ...valuesOf(rulebook), from: today },
                      })
                    }
                  >{t`${rulebook.authority} (invented)`}</MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
          <Button
            disabled={busy}
            onClick={() => input.current?.click()}
          >{t`Add a file of another school`}</Button>
        </div>
      )}
      {adding && (
        <AddForm
          key={adding.title}
          type={CostingRulebook}
          title={adding.title}
          given={adding.given}
          fields={first}
          onStored={(stored) => setOpen(stored.key)}
          onClose={() => setAdding(null)}
        />
      )}
      <Loaded queries={queries} shape={<Waiting />}>
        {(...answers) => {
          const records = moneyRecords(...answers)
          const books = records.rulebooks.toSorted(order)
          return (
            <>
              <Unreadable listings={[answers[6]]} />
              {books.length === 0 && !adding && (
                <Notice
                  title={t`No authority’s rules yet`}
                  todo={t`Until then every line counts that is not marked otherwise, at the school’s own rates, up to the threshold in School settings. Begin with the authority of most of your pupils, or from an example.`}
                />
              )}
              <div>
                {books.map((book) => (
                  <FoldedCard
                    key={book.key}
                    heading={null}
                    open={open === book.key}
                    onToggle={() => setOpen(open === book.key ? null : book.key)}
                    summary={
                      <TwoLines
                        first={book.authority}
                        second={[book.name, t`from ${showDay(book.from)}`, book.source]
                          .filter(Boolean)
                          .join(' · ')}
                      />
                    }
                    aside={<Mark book={book} all={books} today={today} />}
                  >
                    <RulebookCard
                      book={book}
                      records={records}
                      onPass={() => setPassing(book)}
                      onCopy={() =>
                        setAdding({
                          title: t`New rules of ${book.authority}`,
                          given: { ...valuesOf(book), from: today, sourced: today },
                        })
                      }
                    />
                  </FoldedCard>
                ))}
              </div>
            </>
          )
        }}
      </Loaded>
      {passing && <PassOnRulebook book={passing} onClose={() => setPassing(null)} />}
    </div>
  )
}

const Mark = ({
  book,
  all,
  today,
}: {
  book: Stored<CostingRulebook>
  all: readonly Stored<CostingRulebook>[]
  today: string
}) =>
  book.from > today ? (
    <StatusMark status="unknown" word={t`Not yet in force`} />
  ) : rulebookOn(all, book.authority, today)?.key === book.key ? (
    <StatusMark status="done" word={t`In force`} />
  ) : (
    <StatusMark
      status="unknown"
      word={
        all.some((one) => one.key !== book.key && one.authority === book.authority && one.from === book.from)
          ? t`Not used: another begins on the same day`
          : t`Replaced`
      }
    />
  )
