import { t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import type { FoundMap } from '../../host/excel.ts'
import { AskCard } from '../AskCard.tsx'

/** Whether earlier maps stay in the workbook. */
export const AskReplace = ({
  maps,
  onReplace,
  onBeside,
  onCancel,
}: {
  maps: readonly FoundMap[]
  onReplace: () => void
  onBeside: () => void
  onCancel: () => void
}) => (
  <AskCard
    title={
      maps.length === 1
        ? t`This workbook has a map already`
        : t`This workbook has ${maps.length} maps already`
    }
    answers={[
      { words: maps.length === 1 ? t`Replace it` : t`Replace all ${maps.length}`, onChosen: onReplace },
      { words: t`Keep it and add this one`, main: true, onChosen: onBeside },
      { words: t`Cancel`, onChosen: onCancel },
    ]}
  >
    {maps.map(({ id, about, sheets }) => (
      <Text key={id} size={200}>
        {about}: {sheets.slice(0, 3).join(', ')}
      </Text>
    ))}
    <Text>{t`Replacing takes those sheets away, with whatever you changed on them. Your other sheets stay.`}</Text>
  </AskCard>
)
