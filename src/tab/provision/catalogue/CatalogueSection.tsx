import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Provision, provisionLevels } from '../../../domain/records/provision.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { areasOfNeed } from '../../../domain/rules/codes.ts'
import { allocationCost } from '../../../domain/rules/cost.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  who: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
  pupils: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', paddingBottom: '8px' },
})

const groups = [
  { fields: ['name', 'level', 'areaOfNeed', 'line', 'usualRole', 'offered', 'training'] },
  { title: 'What it is', fields: ['description', 'intended', 'entry', 'exit'] },
]

/** What the school offers, who is in it today, and what each line costs this pupil's school. */
export const CatalogueSection = () => {
  const styles = useStyles()
  const today = useServices().today()
  const provisions = useAll(Provision)
  const allocations = useAll(Allocation)
  const pupils = useAll(Pupil)
  const rates = useAll(Rate)
  return (
    <Loaded queries={[provisions, allocations, pupils, rates]} shape={<Waiting />}>
      {(offered, given, pupilList, rateList) => {
        const running = given.records.filter(({ from, until }) => from <= today && (!until || until >= today))
        const costs = running.map((line) => allocationCost(line, rateList.records).cost)
        const costed = costs.filter((cost) => cost !== undefined)
        const perPupil = costed.reduce((sum, { perPupilPence }) => sum + perPupilPence, 0)
        const linesIn = (provision: Stored<Provision>) =>
          running.filter((line) => line.provision === provision.key)
        const costIn = (provision: Stored<Provision>) =>
          running.reduce(
            (sum, line, i) => (line.provision === provision.key ? sum + (costs[i]?.perPupilPence ?? 0) : sum),
            0,
          )
        return (
          <>
            <Unreadable listings={[offered, given, pupilList, rateList]} />
            {running.length > 0 && (
              <Text className={styles.quiet}>
                {running.length} lines of support run today and cost {showMoney(perPupil)} in all
                {costed.length < running.length && `, ${running.length - costed.length} not costed yet`}. The
                provision map in Excel shows how.
              </Text>
            )}
            <RecordCards
              type={Provision}
              records={offered.records.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))}
              summary={(one) => (
                <TwoLines
                  first={one.name}
                  second={`${provisionLevels[one.level]} · ${areasOfNeed[one.areaOfNeed]}`}
                />
              )}
              aside={(one) => (
                <Text size={200} className={styles.who}>
                  {one.level === 'universal' && linesIn(one).length === 0
                    ? 'For all pupils'
                    : `${linesIn(one).length} ${linesIn(one).length === 1 ? 'pupil' : 'pupils'}`}
                  {costIn(one) > 0 && ` · ${showMoney(costIn(one))}`}
                </Text>
              )}
              above={(one) => <Pupils lines={linesIn(one)} pupils={pupilList.records} />}
              groups={groups}
              add={{
                words: 'Add provision',
                given: { offered: true },
                fields: ['name', 'level', 'areaOfNeed', 'line', 'description'],
              }}
              empty={{
                title: 'Nothing on offer yet',
                todo: 'Say what the school offers: an intervention, a kind of support, an agreement, equipment. Pupils are then put into it.',
              }}
            />
          </>
        )
      }}
    </Loaded>
  )
}

const orderOf = (one: Provision) =>
  `${Object.keys(provisionLevels).indexOf(one.level)}${one.areaOfNeed}${one.name}`

const Pupils = ({ lines, pupils }: { lines: readonly Allocation[]; pupils: readonly Stored<Pupil>[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  const found = lines.flatMap((line) => pupils.find(({ key }) => key === line.pupil) ?? [])
  if (found.length === 0) return null
  return (
    <div className={styles.pupils}>
      {found.map((pupil) => (
        <Link key={pupil.key} href={href({ at: 'pupil', key: pupil.key, section: 'provision' })}>
          <PupilName pupil={pupil} />
        </Link>
      ))}
    </div>
  )
}
