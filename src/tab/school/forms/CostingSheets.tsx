import { t } from '../../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { AuthorityPack } from '../../../domain/records/authorityPack.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { costingOf } from '../../../documents/costing/costingPack.ts'
import { NamePack } from '../../../ui/form/NamePack.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { MapCosting } from './MapCosting.tsx'
import { useCostingSheets } from './useCostingSheets.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '16px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '680px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  file: { display: 'none' },
})

const about = (pack: Stored<AuthorityPack>): string => {
  const kept = costingOf(pack)
  const from = [pack.form, pack.version, pack.sourced && t`taken ${showDay(pack.sourced)}`]
    .filter(Boolean)
    .join(', ')
  if (!kept) return t`${from}. What goes where can’t be read: open the sheet once more and keep it again.`
  const columns = Object.values(kept.rows).reduce((sum, row) => sum + Object.keys(row).length, 0)
  return t`${from}. ${Object.keys(kept.cells).length} cells and ${columns} columns come from the record`
}

/** Authorities' own costing sheets: looked through once, then filled for any pupil. */
export const CostingSheets = ({ packs }: { packs: readonly Stored<AuthorityPack>[] }) => {
  const styles = useStyles()
  const sheets = useCostingSheets()
  const mayWrite = useMayWrite(AuthorityPack)
  const input = useRef<HTMLInputElement>(null)
  const [chosenFor, setChosenFor] = useState<Stored<AuthorityPack> | null>(null)
  const choose = (pack: Stored<AuthorityPack> | null) => {
    setChosenFor(pack)
    input.current?.click()
  }
  return (
    <section className={styles.whole} aria-labelledby="costing-sheets">
      <Text
        as="h2"
        id="costing-sheets"
        size={500}
        weight="semibold"
        className={styles.title}
      >{t`Costing sheets`}</Text>
      <Text
        className={styles.quiet}
      >{t`An authority that asks for costs in a workbook of its own gets just that workbook: its cells and tables are filled from a pupil’s lines of support.`}</Text>
      {sheets.complaint && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{sheets.complaint}</MessageBarBody>
        </MessageBar>
      )}
      {sheets.trouble && <TroubleNotice trouble={sheets.trouble} />}
      <input
        ref={input}
        className={styles.file}
        type="file"
        aria-label={t`An authority’s costing sheet`}
        accept=".xlsx,.xlsm"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) void sheets.choose(file, chosenFor)
          event.target.value = ''
        }}
      />
      {sheets.open ? (
        <>
          <MapCosting sheet={sheets.open} onChange={sheets.change} />
          <NamePack
            key={sheets.open.key}
            pack={sheets.open.pack}
            usual={t`Costed provision map`}
            isNewForm={!sheets.open.fromLibrary}
            busy={sheets.busy}
            onKeep={sheets.store}
            onClose={sheets.close}
          />
        </>
      ) : (
        <>
          {mayWrite && (
            <div className={styles.buttons}>
              <Button disabled={sheets.busy} onClick={() => choose(null)}>{t`Add a costing sheet`}</Button>
              <Text className={styles.quiet}>{t`The authority’s empty .xlsx workbook.`}</Text>
            </div>
          )}
          {packs.length > 0 && (
            <RecordCards
              type={AuthorityPack}
              records={packs}
              summary={(pack) => <TwoLines first={pack.authority} second={about(pack)} />}
              groups={[{ fields: ['authority', 'form', 'version', 'sourced', 'address', 'note'] }]}
              above={(pack) =>
                mayWrite && (
                  <div className={styles.buttons}>
                    <Button
                      disabled={sheets.busy}
                      onClick={() => (pack.file ? void sheets.reopen(pack) : choose(pack))}
                    >
                      {pack.file ? t`Change what goes where` : t`Choose the empty sheet`}
                    </Button>
                    {pack.file && (
                      <Button
                        appearance="subtle"
                        disabled={sheets.busy}
                        onClick={() => choose(pack)}
                      >{t`Add a newer version of the sheet`}</Button>
                    )}
                  </div>
                )
              }
              empty={{ title: t`No costing sheet yet`, todo: t`Add an authority’s empty workbook.` }}
            />
          )}
        </>
      )}
    </section>
  )
}
