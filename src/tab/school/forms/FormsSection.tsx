import { t } from '../../../words/t.ts'
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { AuthorityPack } from '../../../domain/records/authorityPack.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { exampleForms } from '../../../documents/form/examples/examples.ts'
import { mappingOf, readPack } from '../../../documents/form/pack.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { CostingSheets } from './CostingSheets.tsx'
import { MapForm } from './MapForm.tsx'
import { PassOnPack } from '../../../ui/form/PassOnPack.tsx'
import { NamePack } from '../../../ui/form/NamePack.tsx'
import { usePacks } from '../../../ui/form/usePacks.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '16px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '680px' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  file: { display: 'none' },
})

const about = (pack: Stored<AuthorityPack>) => {
  const kept = mappingOf(pack)
  const from = [pack.form, pack.version, pack.sourced && t`taken ${showDay(pack.sourced)}`]
    .filter(Boolean)
    .join(', ')
  if (!kept) return t`${from}. What goes where can’t be read: open the form once more and keep it again.`
  const all = kept.fields.length + kept.tables.length
  const placed =
    kept.fields.filter(({ fact }) => fact !== null).length +
    kept.tables.filter(({ list }) => list !== null).length
  return t`${from}. ${placed} of ${all} places come from the record${pack.file ? '' : t`. The empty form is not here yet`}`
}

const inOrder = (packs: readonly Stored<AuthorityPack>[]) =>
  packs.toSorted((a, b) => a.authority.localeCompare(b.authority, 'en-GB'))

/** The authorities' own forms: read once, put right once, then filled for any review. */
export const FormsSection = () => {
  const styles = useStyles()
  const packs = usePacks()
  const all = useAll(AuthorityPack)
  const mayWrite = useMayWrite(AuthorityPack)
  const input = useRef<HTMLInputElement>(null)
  const [chosenFor, setChosenFor] = useState<Stored<AuthorityPack> | null>(null)
  const [passing, setPassing] = useState<Stored<AuthorityPack> | null>(null)
  const choose = (pack: Stored<AuthorityPack> | null) => {
    setChosenFor(pack)
    input.current?.click()
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    if (!file.name.toLowerCase().endsWith('.json')) return packs.choose(file, chosenFor)
    const read = readPack(await file.text())
    return 'complaint' in read ? packs.complain(read.complaint) : packs.receive(read.pack)
  }
  return (
    <div className={styles.whole}>
      <Text
        className={styles.quiet}
      >{t`Each authority has a form of its own. Add its empty Word form once, look through what goes where, and every review fills it: the authority’s layout stays as it is.`}</Text>
      {typeof packs.trouble === 'string' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{packs.trouble}</MessageBarBody>
        </MessageBar>
      ) : (
        packs.trouble && <TroubleNotice trouble={packs.trouble} />
      )}
      <input
        ref={input}
        className={styles.file}
        type="file"
        aria-label={t`An authority’s form, or a pack of another school`}
        accept=".docx,.json"
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {packs.open ? (
        <>
          <MapForm open={packs.open} onChange={packs.change} />
          <NamePack
            key={packs.open.key}
            pack={packs.open.pack}
            isNewForm={!packs.open.fromLibrary}
            busy={packs.busy}
            onKeep={packs.store}
            onClose={packs.close}
          />
        </>
      ) : (
        <>
          {mayWrite && (
            <div className={styles.buttons}>
              <Button
                appearance="primary"
                disabled={packs.busy}
                onClick={() => choose(null)}
              >{t`Add an authority’s form`}</Button>
              <Menu>
                <MenuTrigger>
                  <Button disabled={packs.busy}>{t`Try an example`}</Button>
                </MenuTrigger>
                <MenuPopover>
                  <MenuList>
                    {exampleForms.map(({ authority, about: words, file }) => (
                      <MenuItem
                        key={authority}
                        subText={words}
                        onClick={() => void packs.example(file())}
                      >{t`${authority} (invented)`}</MenuItem>
                    ))}
                  </MenuList>
                </MenuPopover>
              </Menu>
              <Text className={styles.quiet}>{t`A .docx form, or the .json pack of another school.`}</Text>
            </div>
          )}
          <Loaded queries={[all]} shape={<Waiting />}>
            {(list) => (
              <>
                <Unreadable listings={[list]} />
                <RecordCards
                  type={AuthorityPack}
                  records={inOrder(list.records).filter(({ kind }) => kind !== 'costing')}
                  summary={(pack) => <TwoLines first={pack.authority} second={about(pack)} />}
                  groups={[{ fields: ['authority', 'form', 'version', 'sourced', 'address', 'note'] }]}
                  above={(pack) => (
                    <div className={styles.buttons}>
                      {mayWrite && (
                        <Button
                          disabled={packs.busy}
                          onClick={() => (pack.file ? void packs.reopen(pack) : choose(pack))}
                        >
                          {pack.file ? t`Change what goes where` : t`Choose the empty form`}
                        </Button>
                      )}
                      {mayWrite && pack.file && (
                        <Button
                          appearance="subtle"
                          disabled={packs.busy}
                          onClick={() => choose(pack)}
                        >{t`Add a newer version of the form`}</Button>
                      )}
                      <Button
                        appearance="subtle"
                        onClick={() => setPassing(pack)}
                      >{t`Save for other schools`}</Button>
                    </div>
                  )}
                  empty={{
                    title: t`No authority’s form yet`,
                    todo: t`Take the form for annual reviews from the authority’s pages, as a Word document, and add it here.`,
                  }}
                />
              </>
            )}
          </Loaded>
          {all.data && (
            <CostingSheets packs={inOrder(all.data.records).filter(({ kind }) => kind === 'costing')} />
          )}
          {passing && <PassOnPack pack={passing} onClose={() => setPassing(null)} />}
        </>
      )}
    </div>
  )
}
