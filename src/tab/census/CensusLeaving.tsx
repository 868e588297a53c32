import { inWords, t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import { showCount } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import type { CensusCheck } from '../../domain/rules/census.ts'
import { censusRules } from '../../domain/rules/censusRules.ts'
import { censuses } from '../../domain/rules/censusDays.ts'
import { showDay } from '../../domain/rules/day.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { PrintTable } from '../../ui/PrintTable.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { passingList } from '../register/passingList.ts'
import { censusCsv, censusLines, countWords } from './censusCsv.ts'
import { needLines } from './Counts.tsx'

const head = [t`Rule`, t`Pupil`, t`Found`, t`What to do`]

/** The answer on its way out: the summary on paper, or everybody on roll in census codes as a file. */
export const CensusLeaving = ({
  way,
  check,
  pupils,
  onDone,
}: {
  way: 'print' | 'csv'
  check: CensusCheck
  pupils: ReadonlyMap<string, Stored<Pupil>>
  onDone: () => void
}) => {
  const { school, download, today } = useServices()
  const say = useSay()
  const [printing, setPrinting] = useState(false)
  const named = t`${inWords(censuses[check.census])} census, ${showDay(check.day)}`
  const wrong = check.findings.map(({ rule, pupil, what, fix }) => [
    inWords(censusRules[rule].title),
    pupils.has(pupil) ? fullName(pupils.get(pupil)!) : '',
    what,
    fix.words,
  ])
  const inIt = (keys: Iterable<string>) => [...new Set(keys)].flatMap((key) => pupils.get(key) ?? [])
  const passing = (): Passing =>
    way === 'print'
      ? passingList({
          title: t`Print the summary of the census check`,
          did: 'printed',
          what: t`Census check`,
          verb: t`Print`,
          pupils: inIt(check.findings.map(({ pupil }) => pupil)),
          lines: wrong,
          go: () => ({ words: t`Given to the printer.` }),
        })
      : passingList({
          title: t`Export everybody on roll in census codes: ${named}`,
          did: 'exported',
          what: t`Census codes`,
          verb: t`Export`,
          pupils: inIt(check.rows.map(({ pupil }) => pupil.key)),
          lines: censusLines(check.rows, check.census),
          go: () => {
            const bytes = new TextEncoder().encode(censusCsv(check.rows, check.census))
            download(t`Census ${check.census} ${check.day}.csv`, bytes, 'text/csv;charset=utf-8')
            return { words: t`Exported. The file names pupils: keep it where only the right people see it.` }
          },
        })
  if (printing)
    return (
      <PrintTable
        title={t`Census check: ${school.name}`}
        about={t`${named}. ${showCount(check.rows.length)} on roll: ${countWords(check.counts)}. As recorded on ${showDay(today())}.`}
        columns={head}
        rows={wrong}
        foot={t`Confidential: personal information about children. Keep it safe, and shred it when you no longer need it.`}
        onDone={onDone}
      >
        {needLines(check).map(({ name, cells: [plans, support] }) => (
          <Text key={name} block size={200}>
            {t`${name}: ${plans ?? ''} with an EHC plan, ${support ?? ''} with SEN support`}
          </Text>
        ))}
        {wrong.length === 0 && <Text block>{t`Nothing is wrong.`}</Text>}
      </PrintTable>
    )
  return (
    <PassOn
      passing={passing()}
      onDone={({ words }) => {
        say(words)
        if (way === 'print') setPrinting(true)
        else onDone()
      }}
      onClose={onDone}
    />
  )
}
