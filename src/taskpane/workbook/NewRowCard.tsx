import { t } from '../../words/t.ts'
import { Dropdown, Field, Option, Text } from '@fluentui/react-components'
import { troubleWords } from './troubleWords.ts'
import type { Trouble } from '../../domain/problem.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import type { Named, NewRow } from '../../documents/mapBack/differences.ts'
import { FoundCard } from './FoundCard.tsx'
import type { Choices } from './decisions.ts'

const Pick = ({
  label,
  ask,
  options,
  chosen,
  onChosen,
}: {
  label: string
  ask: string
  options: readonly { readonly key: string; readonly words: string }[]
  chosen: string | undefined
  onChosen: (key: string) => void
}) => (
  <Field label={label} hint={ask}>
    <Dropdown
      style={{ minWidth: 0 }}
      value={options.find(({ key }) => key === chosen)?.words ?? ''}
      selectedOptions={chosen ? [chosen] : []}
      placeholder={t`Choose`}
      onOptionSelect={(_, { optionValue }) => optionValue && onChosen(optionValue)}
    >
      {options.map(({ key, words }) => (
        <Option key={key} value={key}>
          {words}
        </Option>
      ))}
    </Dropdown>
  </Field>
)

/** A row that somebody added: whose line it would be and what it says. */
export const NewRowCard = ({
  row,
  choices,
  trouble,
  onWay,
  onPick,
}: {
  row: NewRow
  choices: Choices
  trouble: Trouble | undefined
  onWay: (way: string) => void
  onPick: (what: string, key: string) => void
}) => {
  const named = (what: 'pupil' | 'provision', label: string, found: Named) =>
    'several' in found && (
      <Pick
        label={label}
        ask={found.ask}
        options={found.several}
        chosen={choices.picks.get(`${row.id}/${what}`)}
        onChosen={(key) => onPick(what, key)}
      />
    )
  const wrong = [
    ...[row.pupil, row.provision].flatMap((found) => ('complaint' in found ? [found.complaint] : [])),
    ...row.cells.flatMap(({ at, change }) => ('complaint' in change ? [`${at}: ${change.complaint}`] : [])),
    ...row.complaints,
  ]
  return (
    <FoundCard
      at={row.at}
      title={t`New line`}
      called={row.called}
      wrong={trouble ? troubleWords(trouble) : wrong.length > 0 ? `${wrong.join('. ')}.` : null}
      ways={
        wrong.length > 0
          ? []
          : [
              { id: 'add', words: t`Add this line to the records` },
              { id: 'leave', words: t`Leave it in the sheet only` },
            ]
      }
      doubt={row.doubt}
      chosen={choices.ways.get(row.id) ?? null}
      onChosen={onWay}
    >
      {row.copyOf && (
        <Text size={200}>{t`Copied from ${row.copyOf}, which is the line that the records have.`}</Text>
      )}
      {row.cells.map(({ field, label, sheet }) => (
        <Text key={field} size={200}>
          {label}: <Personal>{sheet}</Personal>
        </Text>
      ))}
      {named('pupil', t`Pupil`, row.pupil)}
      {named('provision', t`Provision`, row.provision)}
      {row.cells.flatMap(({ field, label, at, change }) =>
        'readings' in change
          ? [
              <Pick
                key={field}
                label={`${label}, ${at}`}
                ask={change.ask}
                options={[
                  ...change.readings.map(({ words }, number) => ({ key: String(number), words })),
                  { key: 'none', words: t`Leave it empty` },
                ]}
                chosen={choices.picks.get(`${row.id}/${field}`)}
                onChosen={(key) => onPick(field, key)}
              />,
            ]
          : [],
      )}
    </FoundCard>
  )
}
