import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentTableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { AuthorityPack } from '../../../domain/records/authorityPack.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { openBook } from '../../../documents/costing/book.ts'
import { costingOf } from '../../../documents/costing/costingPack.ts'
import { type CostingFilled, fillCosting } from '../../../documents/costing/fillCosting.ts'
import { initialsOf } from '../../../documents/minutesName.ts'
import { xlsxType } from '../../../documents/xlsx/xlsx.ts'
import { PassOnAndSay } from '../../../ui/disclosure/PassOnAndSay.tsx'
import { daysOf, type Passing } from '../../../ui/disclosure/passOn.ts'
import { packsInOrder } from '../../../ui/form/packsInOrder.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePupilSupport } from '../../../ui/pupilLines.ts'
import { useAbout, useAll } from '../../../ui/records.ts'
import { type Services, useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The authority's own costing sheet with this pupil's lines in it: what stays open is told before it goes. */
export const CostingSheet = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const packs = useAll(AuthorityPack)
  const { href } = useGo()
  const costing = (packs.data?.records ?? []).filter(({ kind }) => kind === 'costing')
  if (!packs.data) return null
  if (costing.length === 0)
    return (
      <Text>
        {t`Does the authority want costs in a workbook of its own? `}
        <Link
          inline
          href={href({ at: 'school', section: 'forms' })}
        >{t`Add it under School, Authorities’ forms`}</Link>
      </Text>
    )
  return <Choose pupil={pupil} packs={packsInOrder(costing, pupil.localAuthority)} />
}

const Choose = ({ pupil, packs }: { pupil: Stored<Pupil>; packs: readonly Stored<AuthorityPack>[] }) => {
  const styles = useStyles()
  const [pack, setPack] = useState<Stored<AuthorityPack> | null>(null)
  return (
    <div className={styles.whole}>
      <div className={styles.buttons}>
        {packs.map((one) => (
          <Button
            key={one.key}
            icon={<DocumentTableRegular />}
            aria-pressed={pack?.key === one.key}
            onClick={() => setPack(pack?.key === one.key ? null : one)}
          >{t`Costing sheet of ${one.authority}`}</Button>
        ))}
      </div>
      {pack && <Fill key={pack.key} pupil={pupil} pack={pack} />}
    </div>
  )
}

const Fill = ({ pupil, pack }: { pupil: Stored<Pupil>; pack: Stored<AuthorityPack> }) => {
  const styles = useStyles()
  const services = useServices()
  const lines = usePupilSupport(pupil)
  const provisions = useAll(Provision)
  const outcomes = useAbout(Outcome, 'pupil', pupil.key)
  const rates = useAll(Rate)
  const school = useSchool()
  const { href } = useGo()
  const { attempt, busy, trouble } = useAttempt()
  const mapping = costingOf(pack)
  const [filled, setFilled] = useState<CostingFilled | null>(null)
  const [leaving, setLeaving] = useState(false)
  if (!mapping || !pack.file)
    return (
      <Text className={styles.quiet}>
        {pack.file
          ? t`What goes where in this sheet can’t be read any more. `
          : t`The authority’s empty sheet isn’t in the library yet. `}
        <Link
          inline
          href={href({ at: 'school', section: 'forms' })}
        >{t`${pack.file ? t`Look through it once more` : t`Add it`} under School, Authorities’ forms`}</Link>
      </Text>
    )
  return (
    <Loaded queries={[lines, provisions, outcomes, rates, school]} shape={<Text>{t`Reading`}</Text>}>
      {(own, offered, aims, rateList, settings) => {
        const today = services.today()
        const running = own.records.filter(
          ({ from, until }) => from <= today && (until === null || until >= today),
        )
        const fill = () =>
          attempt(async () => {
            const bytes = await services.files.read('senco', `Forms/${pack.file}`)
            setFilled(
              fillCosting(openBook(bytes), mapping, {
                pupil,
                schoolName: settings?.name ?? services.school.name,
                school: settings ?? undefined,
                rates: rateList.records,
                lines: running.map((allocation) => ({
                  allocation,
                  provision: offered.records.find(({ key }) => key === allocation.provision),
                  outcome: aims.records.find(({ key }) => key === allocation.outcome),
                })),
                today,
              }),
            )
          })
        if (!filled)
          return (
            <>
              <Text
                className={styles.quiet}
              >{t`${counted(running.length, 'line')} of support run today and go into it.`}</Text>
              <Button appearance="primary" disabled={busy} onClick={() => void fill()}>
                {busy ? t`Filling it` : t`Fill the sheet`}
              </Button>
              {trouble && <TroubleNotice trouble={trouble} retry={() => void fill()} />}
            </>
          )
        return (
          <>
            <Told filled={filled} />
            <Button
              appearance="primary"
              onClick={() => setLeaving(true)}
            >{t`Download the filled sheet`}</Button>
            {leaving && (
              <PassOnAndSay
                passing={passingOf(pupil, filled, running, services)}
                onClose={() => setLeaving(false)}
              />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const Told = ({ filled: { written, blank, notInList, left } }: { filled: CostingFilled }) => (
  <div role="status">
    <Text block>{t`${counted(written, 'cell')} filled. The authority’s formulas are as they were.`}</Text>
    {left > 0 && (
      <Text
        block
      >{t`${counted(left, 'line')} found no row: the sheet has too few. Write them on a second copy.`}</Text>
    )}
    {blank.length > 0 && <Text block>{t`The record doesn’t say: ${blank.join(', ')}.`}</Text>}
    {notInList.length > 0 && (
      <>
        <Text block>{t`The authority’s own lists don’t have these answers, so they stay empty:`}</Text>
        <ul>
          {notInList.map(({ at, label, answer }) => (
            <li key={at}>
              {label} ({at}): {answer}
            </li>
          ))}
        </ul>
      </>
    )}
  </div>
)

const passingOf = (
  pupil: Stored<Pupil>,
  filled: CostingFilled,
  lines: readonly Allocation[],
  services: Services,
): Passing => ({
  title: t`Download the authority’s costing sheet`,
  did: 'downloaded',
  what: t`Authority’s costing sheet`,
  about: [pupil.key],
  logged: [pupil.key],
  adults: lines.flatMap(({ staff }) => staff ?? []),
  days: daysOf(pupil),
  verb: t`Download`,
  look: async () => ({
    paragraphs: filled.texts.map((text) => ({ text, is: 'row' as const })),
    go: async () => {
      services.download(t`${initialsOf(pupil)} ${services.today()} costing.xlsx`, filled.bytes, xlsxType)
      return { words: t`Downloaded. Read it through in Excel before it goes to the authority.` }
    },
  }),
})
