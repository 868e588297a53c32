import { t } from '../../words/t.ts'
import { missingHeadings, targets } from '../../importing/headings.ts'
import { checkRowsSteps, type ImportPlan } from '../../importing/index.ts'
import { Button, Link, MessageBar, MessageBarBody, Spinner, Text } from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import { counted } from '../../domain/counted.ts'
import { importSteps } from '../../jobs/importPlan.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { useInSteps } from '../../ui/useInSteps.ts'
import { Beforehand } from '../jobs/Beforehand.tsx'
import { Page } from '../Page.tsx'
import { useGo } from '../routes.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { Headings } from './Headings.tsx'
import { useImportStyles } from './importStyles.ts'
import { Preview } from './Preview.tsx'
import { RowsLookedAt } from './RowsLookedAt.tsx'
import { SheetChoice } from './SheetChoice.tsx'
import { type ImportState, useImport } from './useImport.ts'
import { Working } from './Working.tsx'

const headingOptions = targets.map(({ target, label }) => ({ key: target, text: label }))

/** Pupils from the school's MIS: choose a file, look at what it would do, store it. */
export const ImportScreen = () => {
  const styles = useImportStyles()
  const { state, choose, paste, chooseSheet, remap, store, again } = useImport()
  const { href } = useGo()
  return (
    <Page title={t`Import`}>
      <div className={styles.part}>
        {state.is === 'choosing' && (
          <>
            <ChooseFile
              onFile={(file) => void choose(file)}
              onPaste={(text) => void paste(text)}
              why={state.why}
            />
            <Text className={styles.quiet}>
              {t`Answers of children and parents from Microsoft Forms have a page of their own: `}
              <Link href={href({ at: 'forms' })} inline>{t`bring in answers`}</Link>
              {t`. So have scores of tests: `}
              <Link
                href={href({
                  at: 'provision',
                  section: 'impact',
                  query: new URLSearchParams({ view: 'import' }),
                })}
                inline
              >{t`import scores`}</Link>
              .
            </Text>
            {state.trouble && <TroubleNotice trouble={state.trouble} />}
          </>
        )}
        {state.is === 'reading' && (
          <Spinner label={t`Reading the file`} style={{ justifyContent: 'start' }} />
        )}
        {state.is === 'looking' && (
          <>
            <Looking
              state={state}
              onSheet={chooseSheet}
              onRemap={remap}
              onStore={(plan) => void store(state, plan)}
              onAgain={again}
            />
            {state.trouble && <TroubleNotice trouble={state.trouble} />}
          </>
        )}
        {state.is === 'beginning' && <Spinner label={t`Beginning`} style={{ justifyContent: 'start' }} />}
        {state.is === 'working' && (
          <Working name={state.name} plan={state.plan} jobKey={state.job} onAgain={again} />
        )}
      </div>
    </Page>
  )
}

const Looking = ({
  state,
  onSheet,
  onRemap,
  onStore,
  onAgain,
}: {
  state: ImportState & { is: 'looking' }
  onSheet: (sheet: string) => void
  onRemap: ReturnType<typeof useImport>['remap']
  onStore: (plan: ImportPlan) => void
  onAgain: () => void
}) => {
  const styles = useImportStyles()
  const today = useServices().today()
  const { table, mapping, existing, name } = state
  const make = useCallback(
    () => checkRowsSteps(table, mapping, existing, today),
    [table, mapping, existing, today],
  )
  const { value, done } = useInSteps(make)
  // Of another sheet it would show rows that are not there.
  const plan = value?.table === table ? value : null
  const missing = missingHeadings(mapping)
  const work = plan ? plan.counts.new + plan.counts.changed : 0
  // Needs and contacts of these pupils are rows of their own.
  const writes = useMemo(() => (plan ? importSteps(plan).length : 0), [plan])
  return (
    <>
      <Text
        className={styles.quiet}
      >{t`${name}: ${counted(table.rows.length, 'row')}, read as ${table.readAs}. Nothing is stored yet.`}</Text>
      <SheetChoice table={table} onSheet={onSheet} />
      {table.readAs.startsWith('CTF') ? null : (
        <Headings
          table={table}
          mapping={mapping}
          options={headingOptions}
          missing={
            missing.length > 0
              ? t`No column is matched to ${missing.join(', ').toLowerCase()}. Choose the column below, or export again with it.`
              : null
          }
          onMapping={onRemap}
        />
      )}
      {plan && plan.folded.pupils > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t`The file has a row for each need: ${counted(plan.folded.rows, 'row')} are ${plan.folded.pupils === 1 ? t`one pupil` : counted(plan.folded.pupils, 'pupil')} with needs in rank order. Each row below says where it went.`}</MessageBarBody>
        </MessageBar>
      )}
      {missing.length === 0 && !done && <RowsLookedAt />}
      {missing.length === 0 && plan && <Preview plan={plan} name={name} />}
      <Beforehand rows={writes} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={!done || missing.length > 0 || work === 0}
          onClick={() => plan && onStore(plan)}
        >
          {missing.length > 0
            ? t`Match the headings first`
            : !done
              ? t`Looking at the rows`
              : work === 0
                ? t`Nothing to import`
                : t`Import ${counted(work, 'pupil')}`}
        </Button>
        <Button onClick={onAgain}>{t`Choose another file`}</Button>
      </div>
    </>
  )
}
