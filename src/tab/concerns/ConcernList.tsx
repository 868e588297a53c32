import { inWords, t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import { Concern } from '../../domain/records/concern.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { StaffConcern } from '../../domain/records/staffConcern.ts'
import { areasOfNeed } from '../../domain/rules/codes.ts'
import { askedAbout, concernMark, concernState, isSettled } from '../../domain/rules/concern.ts'
import { namingNobody, notTakenUp, putAside } from '../../domain/rules/concernSaid.ts'
import { showDay } from '../../domain/rules/day.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { pupilsHere } from '../../ui/pupilOptions.ts'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { AsideList } from './AsideList.tsx'
import { NewFromStaff } from './NewFromStaff.tsx'
import { inOrder, usePupils, useSaid } from './useConcerns.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '28px', maxWidth: '900px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: '200px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
})

/** Fields that a concern begins with. */
const firstFields = ['pupil', 'raisedOn', 'raisedBy', 'from', 'area', 'what', 'parentsSpoken'] as const

/** The SENCO's list: what staff wrote that nobody took up, what is under way, what was decided. */
export const ConcernList = () => {
  const styles = useStyles()
  const today = useServices().today()
  const concerns = useAll(Concern)
  const pupils = usePupils()
  const { asks, said } = useSaid()
  const mayWrite = useMayWrite(Concern)
  const [adding, setAdding] = useState(false)
  return (
    <Loaded queries={[concerns, pupils, asks, said]} shape={<Waiting />}>
      {(list, known, askList, saidList) => {
        const byKey = new Map(known.records.map((pupil) => [pupil.key, pupil]))
        const stateOf = (one: Stored<Concern>) =>
          concernState(one, askedAbout(one, askList.records, saidList.records, today), today)
        const sorted = inOrder(list.records, (one) => isSettled(stateOf(one)))
        const [open, over] = [
          sorted.filter((one) => !isSettled(stateOf(one))),
          sorted.filter((one) => isSettled(stateOf(one))),
        ]
        const fresh = notTakenUp(saidList.records)
        return (
          <>
            <Unreadable listings={[list, askList, saidList]} />
            <FromStaff fresh={fresh} pupils={known.records} concerns={list.records} mayWrite={mayWrite} />
            <section className={styles.part} aria-label={t`Under way`}>
              <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`Under way`}</Text>
              {open.length === 0 && !adding && (
                <Notice
                  title={t`No concern is open`}
                  todo={t`Teachers raise one under Concerns in their own tab. What parents or data tell you begins here.`}
                />
              )}
              <Rows rows={open} byKey={byKey} asks={askList.records} said={saidList.records} today={today} />
              {mayWrite &&
                (adding ? (
                  <AddForm
                    type={Concern}
                    title={t`Look into a concern`}
                    given={{ raisedOn: today }}
                    fields={firstFields}
                    options={{
                      pupil: pupilsHere(known.records, today),
                    }}
                    latest={{ raisedOn: today, parentsSpoken: today }}
                    onClose={() => setAdding(false)}
                  />
                ) : (
                  <div>
                    <Button
                      icon={<AddRegular />}
                      onClick={() => setAdding(true)}
                    >{t`Write down a concern`}</Button>
                  </div>
                ))}
            </section>
            {over.length > 0 && (
              <section className={styles.part} aria-label={t`Decided`}>
                <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`Decided`}</Text>
                <Rows
                  rows={over}
                  byKey={byKey}
                  asks={askList.records}
                  said={saidList.records}
                  today={today}
                />
              </section>
            )}
            <AsideList aside={putAside(saidList.records)} byKey={byKey} mayWrite={mayWrite} />
          </>
        )
      }}
    </Loaded>
  )
}

const Rows = ({
  rows,
  byKey,
  asks,
  said,
  today,
}: {
  rows: readonly Stored<Concern>[]
  byKey: ReadonlyMap<string, Stored<Pupil>>
  asks: Parameters<typeof askedAbout>[1]
  said: Parameters<typeof askedAbout>[2]
  today: string
}) => {
  const styles = useStyles()
  const { href } = useGo()
  return (
    <ul className={styles.list}>
      {rows.map((one) => {
        const pupil = byKey.get(one.pupil)
        const { status, word } = concernMark(one, askedAbout(one, asks, said, today), today)
        return (
          <li key={one.key} className={styles.row}>
            <div className={styles.who}>
              <Link href={href({ at: 'concerns', key: one.key })}>
                {pupil ? <PupilName pupil={pupil} /> : t`A pupil whose record is archived`}
              </Link>
              <Text size={200} className={styles.quiet}>
                {[
                  one.area && inWords(areasOfNeed[one.area]),
                  t`raised ${showDay(one.raisedOn)} by ${one.raisedBy}`,
                  one.decision && inWords(Concern.fields.decision.choices[one.decision]),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <StatusMark status={status} word={word} />
          </li>
        )
      })}
    </ul>
  )
}

const FromStaff = ({
  fresh,
  pupils,
  concerns,
  mayWrite,
}: {
  fresh: readonly Stored<StaffConcern>[]
  pupils: readonly Stored<Pupil>[]
  concerns: readonly Stored<Concern>[]
  mayWrite: boolean
}) => {
  const styles = useStyles()
  if (fresh.length === 0) return null
  const nameless = namingNobody(fresh).length
  return (
    <section className={styles.part} aria-label={t`New from staff`}>
      <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`New from staff`}</Text>
      <Text className={styles.quiet}>
        {t`${counted(fresh.length, 'concern')} nobody has taken up yet. Look into it, put it to one that is open, or put it aside and say why.`}
        {nameless > 0 &&
          t` ${nameless === 1 ? t`One names` : t`${nameless} name`} a pupil by hand: say whom it is about, or no request for access finds it.`}
      </Text>
      {fresh.map((one) => (
        <NewFromStaff key={one.key} said={one} pupils={pupils} concerns={concerns} mayWrite={mayWrite} />
      ))}
    </section>
  )
}
