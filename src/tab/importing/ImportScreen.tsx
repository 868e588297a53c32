import { targets } from '../../importing/headings.ts'
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { counted } from '../../domain/counted.ts'
import { importSteps } from '../../jobs/importPlan.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { Beforehand } from '../jobs/Beforehand.tsx'
import { Page } from '../Page.tsx'
import { useGo } from '../routes.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { Headings } from './Headings.tsx'
import { Preview } from './Preview.tsx'
import { SheetChoice } from './SheetChoice.tsx'
import { type ImportState, useImport } from './useImport.ts'
import { Working } from './Working.tsx'

const headingOptions = targets.map(({ target, label }) => ({ key: target, text: label }))

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '960px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})

/** Pupils from the school's MIS: choose a file, look at what it would do, store it. */
export const ImportScreen = () => {
  const styles = useStyles()
  const { state, choose, paste, chooseSheet, remap, store, again } = useImport()
  const { href } = useGo()
  return (
    <Page title="Import">
      <div className={styles.part}>
        {state.is === 'choosing' && (
          <>
            <ChooseFile
              onFile={(file) => void choose(file)}
              onPaste={(text) => void paste(text)}
              why={state.why}
            />
            <Text className={styles.quiet}>
              Answers of children and parents from Microsoft Forms have a page of their own:{' '}
              <Link href={href({ at: 'forms' })} inline>
                bring in answers
              </Link>
              . So have scores of tests:{' '}
              <Link
                href={href({
                  at: 'provision',
                  section: 'impact',
                  query: new URLSearchParams({ view: 'import' }),
                })}
                inline
              >
                import scores
              </Link>
              .
            </Text>
            {state.trouble && <TroubleNotice trouble={state.trouble} />}
          </>
        )}
        {state.is === 'reading' && <Spinner label="Reading the file" style={{ justifyContent: 'start' }} />}
        {state.is === 'looking' && (
          <>
            <Looking
              state={state}
              onSheet={chooseSheet}
              onRemap={remap}
              onStore={() => void store(state)}
              onAgain={again}
            />
            {state.trouble && <TroubleNotice trouble={state.trouble} />}
          </>
        )}
        {state.is === 'beginning' && <Spinner label="Beginning" style={{ justifyContent: 'start' }} />}
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
  onStore: () => void
  onAgain: () => void
}) => {
  const styles = useStyles()
  const { plan, name } = state
  const work = plan.counts.new + plan.counts.changed
  // Needs and contacts of these pupils are rows of their own.
  const writes = useMemo(() => importSteps(plan).length, [plan])
  return (
    <>
      <Text className={styles.quiet}>
        {name}: {plan.table.rows.length.toLocaleString('en-GB')}{' '}
        {plan.table.rows.length === 1 ? 'row' : 'rows'}, read as {plan.table.readAs}. Nothing is stored yet.
      </Text>
      <SheetChoice table={plan.table} onSheet={onSheet} />
      {plan.table.readAs.startsWith('CTF') ? null : (
        <Headings
          table={plan.table}
          mapping={plan.mapping}
          options={headingOptions}
          missing={
            plan.missing.length > 0
              ? `No column is matched to ${plan.missing.join(', ').toLowerCase()}. Choose the column below, or export again with it.`
              : null
          }
          onMapping={onRemap}
        />
      )}
      {plan.folded.pupils > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            The file has a row for each need: {counted(plan.folded.rows, 'row')} are{' '}
            {plan.folded.pupils === 1 ? 'one pupil' : counted(plan.folded.pupils, 'pupil')} with needs in rank
            order. Each row below says where it went.
          </MessageBarBody>
        </MessageBar>
      )}
      {plan.missing.length === 0 && <Preview plan={plan} name={name} />}
      <Beforehand rows={writes} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={work === 0} onClick={onStore}>
          {plan.missing.length > 0
            ? 'Match the headings first'
            : work === 0
              ? 'Nothing to import'
              : `Import ${work.toLocaleString('en-GB')} ${work === 1 ? 'pupil' : 'pupils'}`}
        </Button>
        <Button onClick={onAgain}>Choose another file</Button>
      </div>
    </>
  )
}
