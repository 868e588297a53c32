import { t } from '../../words/t.ts'
import { Field, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { FieldOf } from '../../domain/fields.ts'
import type { Trouble } from '../../domain/problem.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import type { Leaving } from '../../documents/mapBack/differences.ts'
import { DateControl } from '../../ui/controls/DateControl.tsx'
import { troubleWords } from './troubleWords.ts'
import { FoundCard } from './FoundCard.tsx'
import type { Choices } from './decisions.ts'

const until = { ...fieldOf(Allocation, 'until'), label: t`Last day` } as FieldOf<'date'>

/** A line whose row was struck out or is gone: it ends on a day, is archived, or stays. */
export const LeavingCard = ({
  leaving,
  choices,
  trouble,
  onWay,
  onEnd,
}: {
  leaving: Leaving
  choices: Choices
  trouble: Trouble | undefined
  onWay: (way: string) => void
  onEnd: (day: Day | null) => void
}) => {
  const way = choices.ways.get(leaving.id) ?? null
  const on = choices.ends.get(leaving.id) ?? null
  const [typed, setTyped] = useState<{ text: string; wrong: string } | null>(null)
  const early = on !== null && on < leaving.from
  return (
    <FoundCard
      at={leaving.at}
      title={leaving.why === 'struck' ? t`Struck out` : t`Taken out of the table`}
      called={leaving.called}
      wrong={trouble ? troubleWords(trouble) : early ? t`The last day is before the first` : null}
      ways={[
        { id: 'end', words: t`It ended: give it a last day` },
        { id: 'archive', words: t`It should not have been there: archive it` },
        { id: 'leave', words: t`Leave the record as it is` },
      ]}
      chosen={way}
      onChosen={onWay}
      after={
        way === 'end' && (
          <Field
            label={until.label}
            required
            {...(typed && { validationMessage: typed.wrong, validationState: 'error' as const })}
          >
            <DateControl
              field={until}
              value={on}
              typed={typed?.text ?? null}
              readOnly={false}
              options={[]}
              onValue={(value) => {
                setTyped(null)
                onEnd(value as Day | null)
              }}
              onWrong={(text, wrong) => {
                setTyped({ text, wrong })
                onEnd(null)
              }}
              onLeave={() => undefined}
            />
          </Field>
        )
      }
    >
      <Text
        size={200}
      >{t`From ${showDay(leaving.from)}${leaving.until ? t` until ${showDay(leaving.until)}` : t`, no last day yet`}`}</Text>
    </FoundCard>
  )
}
