import { t } from '../../../../words/t.ts'
import { Button, Field, Link, makeStyles, Spinner, Text } from '@fluentui/react-components'
import { useCallback } from 'react'
import { counted } from '../../../../domain/counted.ts'
import { fieldOf } from '../../../../domain/record.ts'
import { Score } from '../../../../domain/records/score.ts'
import { checkScoresSteps } from '../../../../importing/scores/checkScores.ts'
import { missingOf } from '../../../../importing/scores/scoreHeadings.ts'
import { Control } from '../../../../ui/controls/controls.tsx'
import { TypeAhead } from '../../../../ui/controls/TypeAhead.tsx'
import { TroubleNotice } from '../../../../ui/Loaded.tsx'
import { useServices } from '../../../../ui/services.tsx'
import { useInSteps } from '../../../../ui/useInSteps.ts'
import { ChooseFile } from '../../../importing/ChooseFile.tsx'
import { useImportStyles } from '../../../importing/importStyles.ts'
import { RowsLookedAt } from '../../../importing/RowsLookedAt.tsx'
import { SheetChoice } from '../../../importing/SheetChoice.tsx'
import { Beforehand } from '../../../jobs/Beforehand.tsx'
import { useGo } from '../../../routes.ts'
import { ScoreHeadings } from './ScoreHeadings.tsx'
import { ScorePreview } from './ScorePreview.tsx'
import { ScoresWorking } from './ScoresWorking.tsx'
import { type Looking, useScoreImport } from './useScoreImport.ts'

const useStyles = makeStyles({
  heading: { margin: 0 },
  whole: { display: 'flex', flexWrap: 'wrap', gap: '12px 24px' },
})

/** Scores from a test's export or the school's own list: choose the file, look at what each row would do, store it. */
export const ImportScores = () => {
  const styles = { ...useImportStyles(), ...useStyles() }
  const importing = useScoreImport()
  const { state, choose, paste, again } = importing
  return (
    <section className={styles.part} aria-label={t`Import scores`}>
      <Text as="h2" size={500} weight="semibold" className={styles.heading}>{t`Import scores`}</Text>
      {state.is === 'choosing' && (
        <>
          <ChooseFile
            onFile={(file) => void choose(file)}
            onPaste={(text) => void paste(text)}
            why={state.why}
            what={t`list of scores`}
            about={t`An Excel or CSV file with a row for each score: UPN, or name and date of birth, and what the test gave. It is read on this device, and you see what each row would do before anything is stored.`}
          />
          {state.trouble && <TroubleNotice trouble={state.trouble} />}
        </>
      )}
      {state.is === 'reading' && <Spinner label={t`Reading the file`} style={{ justifyContent: 'start' }} />}
      {state.is === 'looking' && <LookingAt state={state} importing={importing} />}
      {state.is === 'beginning' && <Spinner label={t`Beginning`} style={{ justifyContent: 'start' }} />}
      {state.is === 'working' && (
        <ScoresWorking
          name={state.name}
          plan={state.plan}
          rows={state.rows}
          jobKey={state.job}
          onAgain={again}
        />
      )}
    </section>
  )
}

const LookingAt = ({
  state,
  importing: { chooseSheet, remap, settle, store, again },
}: {
  state: Looking
  importing: ReturnType<typeof useScoreImport>
}) => {
  const styles = { ...useImportStyles(), ...useStyles() }
  const { href } = useGo()
  const today = useServices().today()
  const { name, table, chosen, existing, mapping, trouble } = state
  const make = useCallback(
    () => checkScoresSteps(table, mapping, existing, chosen, today),
    [table, mapping, existing, chosen, today],
  )
  const { value, done } = useInSteps(make)
  // Of another sheet it would show rows that are not there.
  const plan = value?.table === table ? value : null
  const missing = missingOf(mapping, chosen)
  const wanted = plan?.counts.new ?? 0
  return (
    <>
      <Text
        className={styles.quiet}
      >{t`${name}: ${counted(table.rows.length, 'row')}, read as ${table.readAs}. Nothing is stored yet.`}</Text>
      <SheetChoice table={table} onSheet={chooseSheet} />
      {existing.tools.length === 0 && (
        <Text>
          {t`No tool is chosen yet: a score belongs to one. `}
          <Link href={href({ at: 'school', section: 'tools' })} inline>{t`Choose assessment tools`}</Link>
          {t`, then choose the file again.`}
        </Text>
      )}
      <div className={styles.whole}>
        <Field
          label={mapping.includes('tool') ? t`Tool of rows that name none` : t`Tool of the whole list`}
          required={!mapping.includes('tool')}
        >
          <TypeAhead
            options={existing.tools.map((tool) => ({ key: tool.key, text: tool.name }))}
            value={chosen.tool}
            required={false}
            readOnly={false}
            onChosen={(tool) => settle({ tool })}
          />
        </Field>
        <Field
          label={mapping.includes('day') ? t`Day of rows that name none` : t`Day of the whole list`}
          required={!mapping.includes('day')}
        >
          <Control
            field={fieldOf(Score, 'day')}
            value={chosen.day}
            typed={null}
            readOnly={false}
            options={[]}
            latest={today}
            onValue={(day) => settle({ day: typeof day === 'string' ? day : null })}
            onWrong={() => settle({ day: null })}
            onLeave={() => undefined}
          />
        </Field>
      </div>
      <ScoreHeadings table={table} mapping={mapping} missing={missing} onMapping={remap} />
      {missing.length === 0 && !done && <RowsLookedAt />}
      {missing.length === 0 && plan && (
        <ScorePreview
          plan={plan}
          name={name}
          existing={existing}
          onPupil={(row, pupil) => settle({ pupils: new Map([...chosen.pupils, [row, pupil]]) })}
        />
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <Beforehand rows={wanted} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={!done || wanted === 0}
          onClick={() => plan && void store(state, plan)}
        >
          {missing.length > 0
            ? t`Say first: ${missing.join(', ')}`
            : !done
              ? t`Looking at the rows`
              : wanted === 0
                ? t`Nothing to import`
                : t`Import ${counted(wanted, 'score')}`}
        </Button>
        <Button onClick={again}>{t`Choose another file`}</Button>
      </div>
    </>
  )
}
