import { t } from '../../words/t.ts'
import { Button, makeStyles, SearchBox, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useState } from 'react'
import { showCount } from '../../domain/counted.ts'
import { type AnyDuty, dutyStates, type DutyState } from '../../domain/duties/duty.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import type { Value } from '../../domain/fields.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unfinished } from '../../ui/Unfinished.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { DutyLeaving } from './DutyLeaving.tsx'
import { DutyTable } from './DutyTable.tsx'
import { LeaveMenu } from './LeaveMenu.tsx'
import type { Way } from './ListLeaving.tsx'
import { chosenRows, isState, shownRows, stateNames } from './rows.ts'
import { useDutyContext, useDutyOptions, useDutyRows } from './useDuty.ts'

const DutyExtra = lazy(async () => ({ default: (await import('./extras.tsx')).DutyExtra }))

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  says: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  count: { marginLeft: '6px', fontVariantNumeric: 'tabular-nums' },
  look: { width: 'min(240px, 100%)' },
  end: { marginLeft: 'auto', display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** The list of a duty: quick views, search, what is due first, a new one, and the ways on which the list leaves. */
export const DutyList = ({ duty, query }: { duty: AnyDuty; query: URLSearchParams }) => {
  const styles = useStyles()
  const today = useServices().today()
  const { go } = useGo()
  const pupils = useAll(Pupil)
  useAskMayWrite(pupils.data?.records[0])
  const mayWrite = useMayWrite(duty.type)
  const rows = useDutyRows(duty)
  const { queries, contextOf } = useDutyContext(duty)
  const options = useDutyOptions(duty, pupils.data?.records ?? [], null)
  const [looked, setLooked] = useState('')
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Way | null>(null)
  const mayAdd = mayWrite && !adding
  useKeys(mayAdd ? { n: () => setAdding(true) } : {})
  const wanted = query.get('show')
  const state = isState(wanted) ? wanted : null
  const show = (next: DutyState | null) =>
    go(
      {
        at: 'duties',
        place: duty.place,
        duty: duty.name,
        ...(next ? { query: new URLSearchParams({ show: next }) } : {}),
      },
      true,
    )
  const add = {
    words: duty.form.add,
    given: duty.form.given(today) as Readonly<Record<string, Value>>,
    fields: duty.form.fields,
  }
  const button = mayAdd && (
    <Button icon={<AddRegular />} appearance="primary" onClick={() => setAdding(true)}>
      {add.words}
    </Button>
  )
  return (
    <section className={styles.part} aria-label={duty.words}>
      <Text className={styles.says}>{duty.says}</Text>
      <Loaded queries={[rows, pupils, ...queries]} shape={<Waiting />}>
        {(list, known, services, chases, school) => {
          const context = contextOf(services, chases, school)
          const all = shownRows(
            duty,
            list.records,
            new Map(known.records.map((one) => [one.key, one])),
            context,
          )
          const shown = chosenRows(all, state, looked)
          return (
            <>
              <Unreadable listings={[list]} />
              {adding && (
                <AddForm
                  type={duty.type}
                  title={add.words}
                  given={add.given}
                  fields={add.fields}
                  options={options}
                  latest={Object.fromEntries(duty.form.past.map((field) => [field, today]))}
                  onStored={({ key }) => go({ at: 'duties', place: duty.place, duty: duty.name, key })}
                  onClose={() => setAdding(false)}
                />
              )}
              {mayAdd && <Unfinished type={duty.type} add={add} onGoOn={() => setAdding(true)} />}
              {all.length === 0 ? (
                !adding && <Notice {...duty.empty} action={button} />
              ) : (
                <>
                  <div className={styles.bar}>
                    <div className={styles.chips} role="group" aria-label={t`Show only`}>
                      {dutyStates.map((each) => (
                        <ToggleButton
                          key={each}
                          shape="circular"
                          size="small"
                          checked={state === each}
                          appearance={state === each ? 'primary' : 'outline'}
                          onClick={() => show(state === each ? null : each)}
                        >
                          {stateNames[each]}{' '}
                          <b className={styles.count}>
                            {showCount(all.filter((one) => one.state === each).length)}
                          </b>
                        </ToggleButton>
                      ))}
                    </div>
                    <SearchBox
                      size="small"
                      className={styles.look}
                      aria-label={t`Look for words in this list`}
                      placeholder={t`Look for words`}
                      dismiss={{ 'aria-label': t`clear` }}
                      value={looked}
                      onChange={(_, { value }) => setLooked(value)}
                    />
                    <output>
                      <Text>{t`${shown.length} of ${all.length}`}</Text>
                    </output>
                    <div className={styles.end}>
                      <LeaveMenu disabled={shown.length === 0} onWay={setLeaving} />
                      {button}
                    </div>
                  </div>
                  {leaving && (
                    <DutyLeaving
                      key={leaving}
                      duty={duty}
                      way={leaving}
                      rows={shown}
                      onDone={() => setLeaving(null)}
                    />
                  )}
                  {shown.length === 0 ? (
                    <Notice
                      title={t`Nothing here`}
                      todo={t`No row of this list is as you look for it.`}
                      action={
                        <Button
                          onClick={() => {
                            setLooked('')
                            show(null)
                          }}
                        >{t`Show all`}</Button>
                      }
                    />
                  ) : (
                    <DutyTable duty={duty} rows={shown} context={context} />
                  )}
                </>
              )}
              <Suspense fallback={null}>
                <DutyExtra duty={duty} rows={list.records} context={context} />
              </Suspense>
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
