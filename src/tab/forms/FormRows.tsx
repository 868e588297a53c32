import { t } from '../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { View } from '../../domain/records/view.ts'
import type { FormRow } from '../../importing/forms/planForm.ts'
import type { KeyOption } from '../../ui/controls/control.ts'
import { pupilOptions } from '../../ui/pupilOptions.ts'
import { whyNotSaved } from '../../ui/words.ts'
import { AnswerRow } from './AnswerRow.tsx'
import { sentIn } from './sentIn.ts'
import type { Forms, RowResult } from './useForms.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
})

type Which = 'all' | 'unmatched' | 'new'
const isNew = ({ match, answers }: FormRow) =>
  match.is === 'matched' && answers.some(({ state }) => state === 'new')
const shows: Record<Which, (row: FormRow) => boolean> = {
  all: () => true,
  unmatched: ({ match, sameAs }) => match.is !== 'matched' && sameAs === null,
  new: isNew,
}

/** Each row of the form: whose it is, or that nobody matches, and its words as they would be stored. */
export const FormRows = ({
  forms,
  plan,
  pupils,
  views,
}: {
  forms: Forms
  plan: readonly FormRow[]
  pupils: readonly Stored<Pupil>[]
  views: readonly Stored<View>[]
}) => {
  const styles = useStyles()
  const [which, setWhich] = useState<Which>('all')
  const options = useMemo(() => pupilOptions(pupils), [pupils])
  const words: Record<Which, string> = { all: t`All`, unmatched: t`Nobody matches`, new: t`To store` }
  return (
    <section className={styles.part} aria-label={t`Answers`}>
      <div className={styles.filters}>
        {(['all', 'unmatched', 'new'] as const).map((each) => (
          <Button
            key={each}
            size="small"
            shape="circular"
            appearance={which === each ? 'primary' : 'secondary'}
            aria-pressed={which === each}
            onClick={() => setWhich(each)}
          >
            {words[each]} {plan.filter(shows[each]).length}
          </Button>
        ))}
      </div>
      <ul className={styles.list}>
        {plan.filter(shows[which]).map((row) => (
          <Row
            key={`${row.source} ${row.row}`}
            row={row}
            options={options}
            result={forms.results?.get(row.source) ?? null}
            known={views.length > 0}
            onDecide={(pupil) => forms.decide(row.source, pupil)}
          />
        ))}
      </ul>
    </section>
  )
}

const notes = {
  new: undefined,
  stored: 'stored',
  differs: 'other words are stored',
  waits: 'waits for a name',
} as const

const Row = ({
  row,
  options,
  result,
  known,
  onDecide,
}: {
  row: FormRow
  options: readonly KeyOption[]
  result: RowResult | null
  known: boolean
  onDecide: (pupil: string | null | undefined) => void
}) => {
  const { match, answers } = row
  const is = (state: (typeof answers)[number]['state']) => answers.some((answer) => answer.state === state)
  const stored = known && match.is === 'matched' && answers.length > 0 && !is('new')
  return (
    <AnswerRow
      where={[t`Row ${row.row}`, row.source, sentIn(row.submitted)].filter(Boolean).join(', ')}
      label={t`Whose row ${row.row} is`}
      match={match}
      options={options}
      answers={answers.map(({ question, words, state, key }) => {
        const note = notes[state]
        return { key, question, words, ...(note ? { note } : {}) }
      })}
      done={
        row.sameAs !== null
          ? t`The same as row ${row.sameAs}`
          : stored
            ? result
              ? t`Stored, ${result.stored} new`
              : t`Stored already`
            : null
      }
      onDecide={onDecide}
    >
      {match.is === 'unmatched' && answers.length > 0 && !is('new') && (
        <Text size={200}>{t`Kept, and waits for a name. Nothing of it is lost if you leave this page.`}</Text>
      )}
      {result?.trouble && <Text role="alert">{t`Not stored: ${whyNotSaved(result.trouble)}.`}</Text>}
      {row.trouble && <Text role="alert">{row.trouble}</Text>}
      {is('differs') && (
        <Text
          size={200}
        >{t`Some words differ from those stored earlier. Those stored stay as they are.`}</Text>
      )}
    </AnswerRow>
  )
}
