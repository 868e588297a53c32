import { inWords, t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentRegular, LibraryRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Group } from '../../../domain/records/group.ts'
import { LevelSetting } from '../../../domain/records/levelSetting.ts'
import { Provision } from '../../../domain/records/provision.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { areasOfNeed } from '../../../domain/rules/codes.ts'
import { allocationCost } from '../../../domain/rules/cost.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { leaversOf, linesUntilLeft } from '../../../domain/rules/leaving.ts'
import { type Level, levelsOn, levelWords, provisionWith } from '../../../domain/rules/levels.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { allRunningWhy } from '../../../domain/rules/runningWhy.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { CatalogueBar } from './CatalogueBar.tsx'
import { isFound, noFilter } from './catalogueFilter.ts'
import { Library } from './Library.tsx'
import { OfferActs } from './OfferActs.tsx'
import { OfferCost, penceOf } from './OfferCost.tsx'
import { OfferPaper } from './OfferPaper.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px' },
  who: { textAlign: 'right', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '900px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

const groups = [
  { fields: ['name', 'level', 'areaOfNeed', 'line', 'usualRole', 'offered', 'training'] },
  { title: t`What it is`, fields: ['description', 'intended', 'entry', 'exit', 'evidenceBase'] },
  { title: t`As it is usually run`, fields: ['sessionsPerWeek', 'minutes', 'weeks', 'groupSize'] },
]

/** What is not offered any more is no part of what we offer. */
const onOffer = (shown: readonly Provision[]) => shown.filter(({ offered }) => offered !== false)

/** What the school offers, who is in it today and what that costs; a library to begin from. */
export const CatalogueSection = () => {
  const styles = useStyles()
  const today = useServices().today()
  const { href } = useGo()
  const provisions = useAll(Provision)
  const allocations = useAll(Allocation)
  const pupils = useAll(Pupil)
  const rates = useAll(Rate)
  const runs = useAll(Group)
  const settings = useAll(LevelSetting)
  const staff = useAll(SupportStaff)
  const calendar = useCalendar()
  const mayWrite = useMayWrite(Provision)
  const [filter, setFilter] = useState(noFilter)
  const weeksInYear = setting(useSchool().data ?? undefined, 'weeksInYear')
  const [isLibrary, setLibrary] = useState(false)
  const [onPaper, setOnPaper] = useState(false)
  return (
    <Loaded
      queries={[provisions, allocations, pupils, rates, runs, settings, staff, calendar]}
      shape={<Waiting />}
    >
      {(offered, given, pupilList, rateList, runList, levelRows, staffList, days) => {
        const held = offered.records.map(({ level }) => level)
        const levels = levelsOn(levelRows.records, today, held)
        const partOf = (level: Level['level']) => levelWords(levels.find((one) => one.level === level)!)
        const filled = filledFromGroups(given.records, runList.records, days)
        const running = linesUntilLeft(filled, leaversOf(pupilList.records), days, weeksInYear).filter(
          ({ from, until }) => from <= today && (!until || until >= today),
        )
        const costs = running.map((line) => allocationCost(line, rateList.records))
        const costed = costs.filter(({ cost }) => cost !== undefined)
        const nameOf = new Map(offered.records.map(({ key, name }) => [key, name]))
        const whyAll = () =>
          allRunningWhy(
            running.map(({ provision }, i) => ({
              name: nameOf.get(provision) ?? t`Provision no longer offered`,
              cost: costs[i]!,
            })),
          )
        const linesIn = (provision: Stored<Provision>) =>
          running.filter((line) => line.provision === provision.key)
        const costsIn = (provision: Stored<Provision>) =>
          costs.filter((_, i) => running[i]!.provision === provision.key)
        const orderOf = (one: Provision) =>
          `${one.offered === false ? 1 : 0}${levels.findIndex(({ level }) => level === one.level)}${one.areaOfNeed}${one.name}`
        const shown = offered.records
          .filter((one) => isFound(one, filter))
          .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
        return (
          <div className={styles.part}>
            <Unreadable listings={[offered, given, pupilList, rateList, runList, levelRows, staffList]} />
            {running.length > 0 && (
              <Text className={styles.quiet}>
                {t`${counted(running.length, 'line')} of support ${running.length === 1 ? t`runs` : t`run`} today and ${running.length === 1 ? t`costs` : t`cost`} `}
                <Why why={whyAll()}>{showMoney(penceOf(costs))}</Why>
                {t` in all`}
                {costed.length < running.length && t`, ${running.length - costed.length} not costed yet`}
                {t`, each over all the weeks that it is planned for. `}
                <Link inline href={href({ at: 'provision', section: 'money' })}>{t`Money`}</Link>{' '}
                {t`has what falls in a financial year, with what has ended and without what comes after it. The provision map in Excel shows how.`}
              </Text>
            )}
            <div className={styles.bar}>
              <CatalogueBar
                label={t`Find what is on offer`}
                filter={filter}
                levels={levels}
                onFilter={setFilter}
              />
              {mayWrite && !isLibrary && (
                <Button
                  icon={<LibraryRegular />}
                  onClick={() => setLibrary(true)}
                >{t`Begin from the library`}</Button>
              )}
              {shown.length > 0 && (
                <Button
                  icon={<DocumentRegular />}
                  aria-expanded={onPaper}
                  onClick={() => setOnPaper(!onPaper)}
                >{t`Print or download`}</Button>
              )}
            </div>
            {onPaper && (
              <OfferPaper offered={onOffer(shown)} levels={levels} onClose={() => setOnPaper(false)} />
            )}
            {isLibrary && (
              <Library offered={offered.records} levels={levels} onClose={() => setLibrary(false)} />
            )}
            {shown.length === 0 && offered.records.length > 0 && (
              <Notice
                title={t`Nothing on offer fits this`}
                todo={t`Take a filter away, or look in the library.`}
                action={<Button onClick={() => setFilter(noFilter)}>{t`Show all`}</Button>}
              />
            )}
            {(shown.length > 0 || offered.records.length === 0) && (
              <RecordCards
                type={provisionWith(levels)}
                records={shown}
                summary={(one) => (
                  <TwoLines
                    first={one.name}
                    second={`${inWords(areasOfNeed[one.areaOfNeed])} · ${inWords(Provision.fields.line.choices[one.line])}`}
                  />
                )}
                aside={(one) => (
                  <Text size={200} block className={styles.who}>
                    {one.level === 'universal' && linesIn(one).length === 0
                      ? t`For all pupils`
                      : counted(linesIn(one).length, 'pupil')}
                    <OfferCost name={one.name} costs={costsIn(one)} />
                  </Text>
                )}
                part={(one) => (one.offered === false ? t`Not offered any more` : partOf(one.level))}
                above={(one) => (
                  <OfferActs
                    provision={one}
                    offered={offered.records}
                    lines={linesIn(one)}
                    pupils={pupilList.records}
                    groups={runList.records.filter(
                      ({ provision, until }) => provision === one.key && (!until || until >= today),
                    )}
                    staff={staffList.records}
                  />
                )}
                groups={groups}
                add={{
                  words: t`Add provision`,
                  given: { offered: true },
                  fields: [
                    'name',
                    'level',
                    'areaOfNeed',
                    'line',
                    'usualRole',
                    'description',
                    'intended',
                    'entry',
                    'exit',
                    'training',
                    'evidenceBase',
                    'sessionsPerWeek',
                    'minutes',
                    'weeks',
                    'groupSize',
                  ],
                }}
                empty={{
                  title: t`Nothing on offer yet`,
                  todo: t`Say what the school offers: an intervention, a kind of support, an agreement, equipment. Begin from the library or write your own; pupils are then put into it.`,
                }}
              />
            )}
          </div>
        )
      }}
    </Loaded>
  )
}
