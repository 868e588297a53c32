import { t } from '../../../words/t.ts'
import { Notice } from '../../../ui/Loaded.tsx'
import type { Answer } from './answer.ts'
import type { Asked } from './asked.ts'
import { GroupsView } from './GroupsView.tsx'
import { SendView } from './SendView.tsx'
import { ValueView } from './ValueView.tsx'

/** The answer as charts with their tables, or what is missing for one. */
export const Drawn = ({
  view,
  asked,
  fewest,
  reading,
  onPaper,
}: {
  view: Answer
  asked: Asked
  fewest: number
  reading: boolean
  onPaper: boolean
}) => {
  switch (view.is) {
    case 'none':
      return (
        <Notice
          title={asked.safe ? t`Too few pupils to show numbers` : t`Nothing to compare yet`}
          todo={
            asked.safe
              ? t`In this school year no provision has enough pupils measured at both ends. Choose another year, or turn the view for governors off to see all of it yourself.`
              : t`A line of support needs a score at its start and one at its end, of the same tool. Choose them on the pupil’s Progress page.`
          }
        />
      )
    case 'groups':
      return (
        <GroupsView
          name={view.name}
          whole={view.whole}
          parts={view.parts}
          tool={view.tool}
          outside={view.outside}
          reading={reading}
          onPaper={onPaper}
        />
      )
    case 'send':
      return (
        <SendView
          results={view.results}
          tool={view.tool}
          dimension={asked.dimension}
          term={view.term}
          fewest={fewest}
          onPaper={onPaper}
        />
      )
    case 'value':
      return (
        <ValueView
          parts={view.parts}
          tool={view.tool}
          outside={view.outside}
          reading={reading}
          onPaper={onPaper}
        />
      )
  }
}
