import { t } from '../../words/t.ts'
import { Radio, RadioGroup } from '@fluentui/react-components'
import { type SummaryType, summaryTypes } from '../../documents/papers/reviewSummary.ts'

const words: Record<SummaryType, string> = {
  usual: t`Usual print (${summaryTypes.usual} point)`,
  large: t`Large print (${summaryTypes.large} point)`,
}

/** The size of type of a paper for a family. */
export const TypeChoice = ({
  value,
  onChange,
}: {
  value: SummaryType
  onChange: (type: SummaryType) => void
}) => (
  <RadioGroup
    layout="horizontal"
    aria-label={t`Size of print`}
    value={value}
    onChange={(_, chosen) => onChange(chosen.value as SummaryType)}
  >
    {Object.entries(words).map(([type, label]) => (
      <Radio key={type} value={type} label={label} />
    ))}
  </RadioGroup>
)
