import { inWords, t } from '../../../words/t.ts'
import { Button, Field, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { type Score, Score as ScoreType } from '../../../domain/records/score.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { fidelityName } from '../../../domain/rules/fidelity.ts'
import { type Reckoned, showNumber } from '../../../domain/rules/figure.ts'
import type { Impact } from '../../../domain/rules/impact.ts'
import { monthsBetween } from '../../../domain/rules/ratioGain.ts'
import { proposedScores } from '../../../domain/rules/proposedScores.ts'
import { gainUnits } from '../../../domain/rules/scoring.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { useDraft } from '../../../ui/drafts.tsx'
import { FieldRow } from '../../../ui/FieldRow.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { scoreLine, scoreOptions, type Tools } from './scoreOptions.ts'
import { SuggestionBar } from './SuggestionBar.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px' },
  ends: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
    gap: '12px 24px',
  },
  offer: { marginTop: '4px' },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, auto) 1fr',
    columnGap: '16px',
    rowGap: '6px',
    margin: 0,
    maxWidth: '720px',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, minWidth: 0 },
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr', '& dd': { marginBottom: '6px' } },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** One line of support: where it began and ended, what changed, how sure that is, and the suggestion. */
export const LineImpact = ({
  line,
  whole,
  impact,
  scores,
  tools,
}: {
  line: Stored<Allocation>
  /** The line with what its group has. */
  whole: Allocation
  impact: Impact
  scores: readonly Stored<Score>[]
  tools: Tools
}) => {
  const styles = useStyles()
  const { today, records } = useServices()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(Allocation)
  const { doIt, busy, trouble } = useRecordAct(Allocation, line)
  const [set, setSet] = useState<'entryScore' | 'exitScore' | null>(null)
  const restored = useAttempt()
  const bringBack = (key: string) =>
    restored.attempt(async () => {
      const store = records.store(ScoreType)
      put(ScoreType, await store.restore(await store.byKey(key)))
      say(t`Score brought back`)
    })
  const choose = (field: 'entryScore' | 'exitScore', key: string | null) => {
    if (key === line[field]) return
    setSet(field)
    void doIt({
      words: t`Choose the score`,
      changes: () => ({ [field]: key }),
      said: field === 'entryScore' ? t`Start of the support set` : t`End of the support set`,
    })
  }
  const offers = proposedScores(
    { ...whole, entryScore: line.entryScore, exitScore: line.exitScore },
    scores,
    today(),
  )
  const options = scoreOptions(scores, tools)
  const end = (
    field: 'entryScore' | 'exitScore',
    label: string,
    offer: (Score & { readonly key: string }) | null,
  ) => (
    <div>
      <Field label={label}>
        <TypeAhead
          options={options}
          value={line[field]}
          required={false}
          readOnly={!mayWrite || (busy && set === field)}
          onChosen={(key) => choose(field, key)}
        />
      </Field>
      {line[field] !== null && !scores.some(({ key }) => key === line[field]) && (
        <Text block size={200} className={styles.quiet}>
          {t`The score that was chosen here is archived. `}
          {mayWrite && (
            <Button
              size="small"
              disabled={restored.busy}
              aria-label={t`Bring back the ${label.toLowerCase()}`}
              onClick={() => void bringBack(line[field]!)}
            >{t`Bring it back`}</Button>
          )}
        </Text>
      )}
      {mayWrite && offer && line[field] === null && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.offer}
          disabled={busy}
          onClick={() => choose(field, offer.key)}
        >{t`Use ${scoreLine(offer, tools)}`}</Button>
      )}
    </div>
  )
  return (
    <div className={styles.all}>
      <div className={styles.ends}>
        {end('entryScore', t`Score at the start`, offers.entry)}
        {end('exitScore', t`Score at the end`, offers.exit)}
      </div>
      {(trouble ?? restored.trouble) && <TroubleNotice trouble={(trouble ?? restored.trouble)!} />}
      <Expected
        line={line}
        until={whole.until}
        begun={impact.entry}
        tool={tools.get((impact.entry ?? impact.exit)?.tool ?? '')}
      />
      <dl className={styles.figures}>
        <Figures impact={impact} />
      </dl>
      <SuggestionBar
        line={line}
        suggestion={impact.suggestion}
        busy={busy}
        onUse={(effect) =>
          void doIt({
            words: t`Use it`,
            changes: () => ({ effect }),
            said: t`Kept: did it work, ${inWords(Allocation.fields.effect.choices[effect]).toLowerCase()}`,
          })
        }
      />
    </div>
  )
}

/** What is hoped for, said where the support begins: a number that the suggestion is held against, and words. */
const Expected = ({
  line,
  until,
  begun,
  tool,
}: {
  line: Stored<Allocation>
  until: Day | null
  begun: Score | null
  tool: AssessmentTool | undefined
}) => {
  const styles = useStyles()
  const draft = useDraft(Allocation, line)
  const pace = tool && paceWords(tool, begun, until)
  return (
    <div>
      <div className={styles.ends}>
        <FieldRow
          type={Allocation}
          name="expectedGain"
          draft={draft}
          {...(tool ? { label: t`Expected gain, ${gainUnits[tool.scale]}s` } : {})}
        />
        <FieldRow type={Allocation} name="expected" draft={draft} />
      </div>
      {pace && (
        <Text block size={200} className={styles.quiet}>
          {pace}
        </Text>
      )}
    </div>
  )
}

/** What would be no more than keeping pace, to set an expectation by. */
const paceWords = (tool: AssessmentTool, begun: Score | null, until: Day | null): string | null => {
  if (tool.scale === 'standardised')
    return t`Keeping pace with others of the same age is a gain of 0${tool.interval === null ? '' : t`; more than ${tool.interval} is more than chance`}.`
  if (tool.scale !== 'age' || !begun || until === null || until <= begun.day) return null
  return t`Keeping pace from ${showDay(begun.day)} to ${showDay(until)} would be ${showNumber(monthsBetween(begun.day, until))} months.`
}

const Figures = ({ impact }: { impact: Impact }) => {
  const { compared, expected, goals, goalsMet, fidelity, cost } = impact
  return (
    <>
      {compared.tool === null ? (
        <Row label={t`Change`}>{compared.without}</Row>
      ) : (
        <>
          {compared.tool.scale === 'age' || compared.ratio.value !== null ? (
            <FigureRow label={t`Ratio gain`} figure={compared.ratio} />
          ) : null}
          {compared.tool.scale === 'standardised' || compared.standardised.value !== null ? (
            <FigureRow label={t`Standardised score`} figure={compared.standardised} />
          ) : null}
          {compared.points.value !== null ||
          compared.tool.scale === 'points' ||
          compared.tool.scale === 'percent' ? (
            <FigureRow
              label={compared.tool.scale === 'percent' ? t`Percentage` : t`Points or raw score`}
              figure={compared.points}
            />
          ) : null}
          {compared.met !== null && <Row label={t`Target`}>{compared.met ? t`Reached` : t`Not reached`}</Row>}
        </>
      )}
      {expected.value !== null && <FigureRow label={t`Expected gain`} figure={expected} />}
      {goals.value !== null && <FigureRow label={t`Goals (T score)`} figure={goals} />}
      {goalsMet.value !== null && <FigureRow label={t`Goals met`} figure={goalsMet} />}
      <FigureRow label={fidelityName} figure={fidelity} />
      <FigureRow label={t`Cost of the gain`} figure={cost} />
    </>
  )
}

const Row = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

/** A figure with its why, its reading, and what to beware of; or why there is none. */
const FigureRow = ({ label, figure }: { label: string; figure: Reckoned }) => {
  const styles = useStyles()
  if (figure.value === null)
    return (
      <Row label={label}>
        <Text className={styles.quiet}>{figure.without}</Text>
      </Row>
    )
  const { shown, reading, cautions, why } = figure
  return (
    <Row label={label}>
      <Why why={why}>{shown}</Why>{' '}
      {reading.startsWith(shown) ? reading.slice(shown.length).replace(/^[:,]?\s*/, '') : reading}
      {cautions.map((caution) => (
        <Text key={caution} block size={200} className={styles.quiet}>
          {caution}.
        </Text>
      ))}
    </Row>
  )
}
