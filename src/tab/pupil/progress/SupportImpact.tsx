import { inWords, t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import { Allocation as AllocationType } from '../../../domain/records/allocation.ts'
import type { Goal } from '../../../domain/records/goal.ts'
import type { Group } from '../../../domain/records/group.ts'
import type { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { Rate } from '../../../domain/records/rate.ts'
import type { Score } from '../../../domain/records/score.ts'
import { allocationCost } from '../../../domain/rules/cost.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { leaversOf, linesUntilLeft } from '../../../domain/rules/leaving.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { filledFromGroups } from '../../../domain/rules/groupLines.ts'
import { byKey, goalsByLine, type Impact, impactOf, type Sessions } from '../../../domain/rules/impact.ts'
import { FoldedCard } from '../../../ui/FoldedCard.tsx'
import { TwoLines } from '../../../ui/RecordCards.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { LineImpact } from './LineImpact.tsx'
import type { Tools } from './scoreOptions.ts'

type Given = {
  pupil: Stored<Pupil>
  lines: readonly Stored<Allocation>[]
  groups: readonly Stored<Group>[]
  calendar: SchoolCalendar
  provisions: readonly Stored<Provision>[]
  scores: readonly Stored<Score>[]
  goals: readonly Stored<Goal>[]
  tools: Tools
  rates: readonly Stored<Rate>[]
  sessions: ReadonlyMap<string, Sessions>
  weeksInYear: number
}

/** Each line of support with its start and end, what changed between them, and what that suggests. */
export const SupportImpact = ({
  pupil,
  lines,
  groups,
  calendar,
  provisions,
  scores,
  goals,
  tools,
  rates,
  sessions,
  weeksInYear,
}: Given) => {
  const stored = filledFromGroups(lines, groups, calendar)
  const filled = byKey(linesUntilLeft(stored, leaversOf([pupil]), calendar, weeksInYear))
  const measured = byKey(scores)
  const aims = goalsByLine(goals)
  const names = byKey(provisions)
  const all = lines
    .map((line) => {
      const whole = filled.get(line.key) ?? line
      const impact = impactOf(line, {
        scores: measured,
        tools,
        goals: aims,
        sessions: sessions.get(line.key) ?? null,
        costPence: allocationCost(whole, rates).cost?.perPupilPence ?? null,
      })
      return { line, whole, impact, place: placeOf(line, impact) }
    })
    .toSorted((a, b) => a.place - b.place || (a.line.from < b.line.from ? 1 : -1))
  const [open, setOpen] = useState<string | null>(all[0]?.line.key ?? null)
  return (
    <div style={{ maxWidth: 900 }}>
      {all.map(({ line, whole, impact }) => (
        <FoldedCard
          key={line.key}
          heading={null}
          open={open === line.key}
          onToggle={() => setOpen(open === line.key ? null : line.key)}
          summary={
            <TwoLines
              first={names.get(line.provision)?.name ?? t`Provision no longer offered`}
              second={`${showDay(whole.from)}${whole.until ? t` to ${showDay(whole.until)}` : ' on'}${line.expected ? t` · expected: ${line.expected}` : ''}`}
            />
          }
          aside={<Mark line={line} impact={impact} />}
        >
          <LineImpact line={line} whole={whole} impact={impact} scores={scores} tools={tools} />
        </FoldedCard>
      ))}
    </div>
  )
}

/** What waits for a decision first, then what has scores to look at, then the rest. */
const placeOf = (line: Allocation, impact: Impact): number =>
  impact.suggestion !== null && line.effect === null ? 0 : impact.entry || impact.exit ? 1 : 2

const Mark = ({ line, impact }: { line: Stored<Allocation>; impact: Impact }) => {
  if (line.effect !== null)
    return (
      <StatusMark
        status={line.effect === 'yes' ? 'done' : line.effect === 'partly' ? 'onTrack' : 'dueSoon'}
        word={t`Did it work: ${inWords(AllocationType.fields.effect.choices[line.effect]).toLowerCase()}`}
      />
    )
  if (impact.suggestion) return <StatusMark status="dueSoon" word={t`To decide`} />
  return <Text size={200}>{impact.compared.tool === null ? t`Not measured yet` : t`No figures yet`}</Text>
}
