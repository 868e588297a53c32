import { inWords, t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { ExamScore } from '../../../domain/records/examScore.ts'
import { skillAreas } from '../../../domain/rules/examCodes.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'
import { Waiting } from '../../pupil/Waiting.tsx'

/** The standardised scores in Part 2 of a form, lowest first. */
export const FormScores = ({ form }: { form: string }) => {
  const scores = useQuery(allOrNone(useServices(), ExamScore))
  return (
    <section aria-label={t`Scores`}>
      <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>{t`Scores`}</Text>
      <Loaded queries={[scores]} shape={<Waiting />}>
        {(list) => (
          <>
            <Unreadable listings={[list]} />
            <RecordCards
              type={ExamScore}
              records={list.records
                .filter((score) => score.form === form)
                .toSorted((a, b) => a.standardised - b.standardised)}
              summary={(one) => (
                <TwoLines
                  first={`${one.standardised} · ${inWords(skillAreas[one.area])}`}
                  second={[one.test, one.part].filter(Boolean).join(', ')}
                />
              )}
              groups={[{ fields: ['test', 'part', 'area', 'standardised', 'day', 'note'] }]}
              add={{
                words: t`Add a score`,
                given: { form },
                fields: ['test', 'part', 'area', 'standardised'],
              }}
              empty={{
                title: t`No score yet`,
                todo: t`Write each standardised score with its area: scores of one area count once.`,
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
