import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { fullName, Pupil } from '../../domain/records/pupil.ts'
import type { View } from '../../domain/records/view.ts'
import { show } from '../../domain/fields.ts'
import type { FormRow } from '../../importing/forms/planForm.ts'
import type { KeyOption } from '../../ui/controls/control.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import type { Forms, RowResult } from './useForms.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 320px) minmax(0, 1fr)',
    gap: '8px 24px',
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  who: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  answer: { display: 'flex', flexDirection: 'column', paddingBottom: '8px' },
  maybe: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
})

type Which = 'all' | 'unmatched' | 'new'
const isNew = ({ match, answers }: FormRow) =>
  match.is === 'matched' && answers.some(({ state }) => state === 'new')
const shows: Record<Which, (row: FormRow) => boolean> = {
  all: () => true,
  unmatched: ({ match }) => match.is !== 'matched',
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
  const options = pupils.map((pupil): KeyOption => ({ key: pupil.key, text: nameOf(pupil) }))
  const words: Record<Which, string> = { all: 'All', unmatched: 'Nobody matches', new: 'To store' }
  return (
    <section className={styles.part} aria-label="Answers">
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
            differs={row.answers.some(({ state }) => state === 'differs')}
            known={views.length > 0}
            onDecide={(pupil) => forms.decide(row.source, pupil)}
          />
        ))}
      </ul>
    </section>
  )
}

const nameOf = (pupil: Pupil): string =>
  [fullName(pupil), show(Pupil.fields.yearGroup, pupil.yearGroup), pupil.className]
    .filter(Boolean)
    .join(' · ')

const Row = ({
  row,
  options,
  result,
  differs,
  known,
  onDecide,
}: {
  row: FormRow
  options: readonly KeyOption[]
  result: RowResult | null
  differs: boolean
  known: boolean
  onDecide: (pupil: string | null | undefined) => void
}) => {
  const styles = useStyles()
  const { match, answers } = row
  const [choosing, setChoosing] = useState(false)
  const matched = match.is === 'matched' ? match.pupil : null
  const stored = known && answers.length > 0 && answers.every(({ state }) => state !== 'new')
  const maybe = match.is === 'unmatched' ? match.maybe : []
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text size={200} className={styles.quiet}>
          Row {row.row}, {row.source}
          {row.submitted && `, ${row.submitted}`}
        </Text>
        {matched && !choosing ? (
          <>
            <Text weight="semibold">
              <Personal>{options.find(({ key }) => key === matched)?.text ?? 'A pupil not on roll'}</Personal>
            </Text>
            {match.is === 'matched' && (
              <Text size={200} className={styles.quiet}>
                Matched by {match.by}
              </Text>
            )}
          </>
        ) : (
          <>
            <StatusMark
              status={match.is === 'leftOut' ? 'unknown' : 'dueSoon'}
              word={match.is === 'leftOut' ? 'Left out' : match.is === 'unmatched' ? match.why : 'Choose'}
            />
            <div className={styles.maybe}>
              {maybe.map((key) => (
                <Button key={key} size="small" onClick={() => onDecide(key)}>
                  <Personal>{options.find((option) => option.key === key)?.text ?? ''}</Personal>
                </Button>
              ))}
            </div>
            <Text size={200} aria-hidden>
              Whose it is: type a name
            </Text>
            <TypeAhead
              label={`Whose row ${row.row} is`}
              options={options}
              value={matched}
              required={false}
              readOnly={false}
              onChosen={(key) => {
                setChoosing(false)
                onDecide(key ?? undefined)
              }}
            />
          </>
        )}
        {stored ? (
          <StatusMark status="done" word={result ? `Stored, ${result.stored} new` : 'Stored already'} />
        ) : (
          <div className={styles.maybe}>
            {matched && !choosing && (
              <Button size="small" appearance="subtle" onClick={() => setChoosing(true)}>
                Somebody else
              </Button>
            )}
            {match.is === 'leftOut' ? (
              <Button size="small" appearance="subtle" onClick={() => onDecide(undefined)}>
                Bring it back
              </Button>
            ) : (
              <Button size="small" appearance="subtle" onClick={() => onDecide(null)}>
                Leave it out
              </Button>
            )}
          </div>
        )}
        {result?.trouble && <Text role="alert">Not stored: {whyNotSaved(result.trouble)}.</Text>}
        {row.trouble && <Text role="alert">{row.trouble}</Text>}
        {differs && (
          <Text size={200}>Some words differ from those stored earlier. Those stored stay as they are.</Text>
        )}
      </div>
      <div>
        {answers.map(({ question, words, state }) => (
          <div key={question} className={styles.answer}>
            <Text size={200} className={styles.quiet}>
              {question}
              {state === 'stored' && ' · stored'}
              {state === 'differs' && ' · other words are stored'}
            </Text>
            <Text className={styles.words}>{words}</Text>
          </div>
        ))}
        {answers.length === 0 && <Text className={styles.quiet}>No answer in the columns chosen.</Text>}
      </div>
    </li>
  )
}
